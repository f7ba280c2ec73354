-- row: one spelling that names one account of the directory: with its NetBIOS domain, with its DNS domain, as UPN, or the bare name
-- from: accounts
with spellings as (
  select network, account_sid, administrator, lower(account) as name, lower(domain) as domain, 'name-and-domain' as matched_by, 1 as preference
  from accounts
  where domain is not null
  union all
  select network, account_sid, administrator, lower(account), lower(domain_dns), 'name-and-domain', 1
  from accounts
  where domain_dns is not null
  union all
  select network, account_sid, administrator, lower(split_part(upn, '@', 1)), lower(split_part(upn, '@', 2)), 'name-and-domain', 2
  from accounts
  where upn like '%@%'
  union all
  -- A failure often records no domain (4771, 4776): the name alone, never that of an account of another domain.
  select network, account_sid, administrator, lower(account), '', 'name', 3
  from accounts
  where kind <> 'foreign'
),
-- Where two accounts share a spelling the administrator is taken: a failed logon of "Administrator" must not be lost to a namesake.
preferred as (
  select network, account_sid, name, domain, matched_by,
    row_number() over (partition by network, name, domain order by preference, case when administrator then 0 else 1 end, account_sid) as choice
  from spellings
)
select network, name, domain, matched_by, account_sid
from preferred
where choice = 1
