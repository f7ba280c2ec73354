-- row: one spelling that names one account of the directory: with its NetBIOS domain, with its DNS domain, as UPN, or the bare name
-- from: accounts
with spellings as (
  select network, account_sid, administrator, account as name, domain, 'name-and-domain' as matched_by, 1 as preference
  from accounts
  where domain is not null
  union all
  select network, account_sid, administrator, account, domain_dns, 'name-and-domain', 1
  from accounts
  where domain_dns is not null
  union all
  select network, account_sid, administrator, split_part(upn, '@', 1), split_part(upn, '@', 2), 'name-and-domain', 2
  from accounts
  where upn like '%@%'
  union all
  -- Typed as UPN, recorded with the domain that was asked instead of the UPN's own suffix (4768).
  select network, account_sid, administrator, split_part(upn, '@', 1), domain, 'name-and-domain', 2
  from accounts
  where upn like '%@%' and domain is not null
  union all
  select network, account_sid, administrator, split_part(upn, '@', 1), domain_dns, 'name-and-domain', 2
  from accounts
  where upn like '%@%' and domain_dns is not null
  union all
  -- A failure often records no domain (4771, 4776): the name alone, never that of an account of another domain.
  select network, account_sid, administrator, account, '', 'name', 3
  from accounts
  where kind <> 'foreign'
  union all
  select network, account_sid, administrator, split_part(upn, '@', 1), '', 'name', 4
  from accounts
  where kind <> 'foreign' and upn like '%@%'
),
-- A domain controller compares names without case and width ([MS-SAMR] 3.1.1.3, [MS-ADTS] 6.5): as in recorded_accounts.
plain as (
  select network, account_sid, administrator, lower(domain) as domain, matched_by, preference,
    translate(lower(name), 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') as name
  from spellings
),
-- Where two accounts share a spelling, and it is no better for one, the administrator is taken: a failed logon of "Administrator" must not be lost to a namesake.
preferred as (
  select network, account_sid, name, domain, matched_by,
    row_number() over (
      partition by network, name, domain
      order by case when domain = '' then 0 else preference end, case when administrator then 0 else 1 end, preference, account_sid
    ) as choice
  from plain
)
select network, name, domain, matched_by, account_sid
from preferred
where choice = 1
