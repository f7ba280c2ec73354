"""町: a small municipality, machi.example. Who is privileged here, and why, stands in town-expected.json, written from this file's intent."""

from seed import *  # noqa: F403

DEPARTMENTS = ["情報政策課", "市民課", "税務課", "総務課", "福祉課", "建設課", "会計課", "戸籍, 年金係 (窓口)"]
FAMILY = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "𠮷田", "髙木"]
GIVEN = ["太郎", "花子", "一郎", "美咲", "健", "由美", "翔", "陽子", "大輔", "恵"]

FOREIGN = "S-1-5-21-1111111111-2222222222-3333333333-1105"


def seed(d):
    town = d.ou("町役場")
    staff = d.ou("職員", town)
    department = {name: d.ou(name, staff) for name in DEPARTMENTS}
    admins, services, groups, former = (d.ou(name, town) for name in ("管理者アカウント", "サービスアカウント", "グループ", "退職者"))
    terminals, admin_terminals, servers = (d.ou(name, town) for name in ("端末", "管理端末", "サーバ"))

    people(d, department)
    readers(d, services, groups)
    d.bind_failures(d.ou("認証試験", town))
    administrators(d, admins, former, groups)
    operators(d, admins, services, groups)
    service_accounts(d, services)
    computers(d, terminals, admin_terminals, servers, groups)
    shadows(d, department["総務課"], services, groups)
    addresses(d)


def people(d, department):
    """80 persons and, in the school, 1,650 children in one group."""
    for number in range(1, 81):
        name = DEPARTMENTS[number % len(DEPARTMENTS)]
        cn = "%s %s (%03d)" % (FAMILY[number % len(FAMILY)], GIVEN[number % len(GIVEN)], number)
        d.person("u%04d" % number, cn, department[name], NORMAL | (DISABLED if number % 25 == 0 else 0), department=name, pwdLastSet=None,
                 accountExpires=LONG_AGO if number == 33 else None)
    d.set(d.dn("u0007"), adminCount=1)  # left over: an administrator once
    d.set(d.dn("u0050"), adminCount=1)  # left over, and disabled
    school = d.ou("町立学校")
    children = ["s%04d" % number for number in range(1, 1651)]
    for child in children:
        d.person(child, child, school, NORMAL | DISABLED)
    d.group("GG_児童生徒", school, members=children)


def readers(d, services, groups):
    """`reader` has no right but everybody's. `reader.limited` is kept from one group's members and from one administrator."""
    d.person("reader", "監査用 読み取り", services, NORMAL | NEVER_EXPIRES, d.password)
    d.person("reader.limited", "監査用 制限あり", services, NORMAL | NEVER_EXPIRES, d.password)
    d.group("GG_閲覧制限", groups, members=["reader.limited"])
    d.set(d.dn(500), pwdLastSet=-1)


def administrators(d, admins, former, groups):
    # Renamed: only the SID says that this is Domain Admins.
    d.db.rename(d.dn(512), d.named("CN", "ドメイン管理者", "CN=Users," + d.base))
    d.set(d.dn(512), sAMAccountName="ドメイン管理者")

    d.person("adm.sato", "管理 佐藤", admins, department="情報政策課")
    d.person("adm.suzuki", "管理 鈴木", admins)
    d.person("vendor01", "運用委託 一号", admins)
    d.person("vendor02", "運用委託 二号", admins)
    d.person("adm.primary", "管理 主グループ", admins)
    d.person("adm.primary-nested", "管理 入れ子の主グループ", admins)
    d.person("adm.retired", "管理 退職", former, NORMAL | DISABLED)
    d.person("adm.past", "管理 期限切れ", admins, accountExpires=LONG_AGO)
    d.person("adm.unseen", "管理 秘匿", admins)
    d.person("adm.schema", "管理 スキーマ", admins)
    d.person("adm.forest", "管理 フォレスト", admins)
    d.person("adm.gpo", "管理 ポリシー", admins)
    d.person("yamada$", "山田 ドル", admins)
    d.person("adm)(odd", "*)(objectClass=*", admins, userPrincipalName="adm.odd@" + d.dns)  # AD allows no * in a sAMAccountName

    # 情報政策課 ⊃ 運用委託 ⊃ 再委託 ⊃ 情報政策課: a cycle
    d.group("GG_情報政策課管理者", groups, members=["adm.suzuki", "yamada$"])
    d.group("GG_運用委託", groups, members=["vendor01"])
    d.group("GG_再委託", groups, members=["vendor02", "adm)(odd"])
    d.join("GG_情報政策課管理者", "GG_運用委託")
    d.join("GG_運用委託", "GG_再委託")
    d.join("GG_再委託", "GG_情報政策課管理者")

    d.join(d.dn(512), "adm.sato", "adm.retired", "adm.past", "adm.unseen", "GG_情報政策課管理者")
    d.make_primary("adm.primary", d.dn(512))
    d.make_primary("adm.primary-nested", "GG_運用委託")
    d.join(d.dn(518), "adm.schema")
    d.join(d.dn(519), "adm.forest")
    d.join(d.dn(520), "adm.gpo")

    d.group("DL_サーバ管理", groups, DOMAIN_LOCAL)
    d.person("vendor03", "運用委託 三号", admins)
    d.join("DL_サーバ管理", "vendor03")
    d.join("S-1-5-32-544", "DL_サーバ管理")
    d.join_foreign("S-1-5-32-544", FOREIGN)

    d.deny("GG_閲覧制限", "adm.unseen", "RPLCLORC")
    d.group("GG_人事", groups, members=["u0001", "u0002"])
    d.deny("GG_閲覧制限", "GG_人事", "RP", MEMBER)


def operators(d, admins, services, groups):
    for name, cn, sid in (
        ("op.account", "運用 アカウント", "S-1-5-32-548"),
        ("op.server", "運用 サーバ", "S-1-5-32-549"),
        ("op.print", "運用 印刷", "S-1-5-32-550"),
        ("op.backup", "運用 バックアップ", "S-1-5-32-551"),
        ("remote.user", "遠隔 利用", "S-1-5-32-555"),
    ):
        d.person(name, cn, admins)
        d.join(sid, name)
    d.join("S-1-5-32-551", "adm.sato")  # the stronger privilege is what counts
    d.person("op.helpdesk", "窓口 支援", admins)
    d.group("GG_ヘルプデスク", groups, members=["op.helpdesk"])
    d.join("S-1-5-32-548", "GG_ヘルプデスク")
    d.person("op.dns", "運用 名前解決", admins)
    d.join("DnsAdmins", "op.dns")
    # Samba 4.17 makes no Key Admins.
    key_admins = d.add("CN=キー管理者,CN=Users," + d.base, relax=True, objectClass="group", sAMAccountName="キー管理者", groupType=GLOBAL,
                       objectSid=ndr_pack(security.dom_sid(d.sid + "-526")))
    d.person("op.key", "運用 鍵", admins)
    d.join(key_admins, "op.key")
    d.person("svc.backup", "バックアップ", services, NORMAL | NEVER_EXPIRES)
    d.join("S-1-5-32-551", "svc.backup")


def service_accounts(d, services):
    kept = NORMAL | NEVER_EXPIRES
    d.person("svc.jumin", "住民情報", services, kept, servicePrincipalName=["MSSQLSvc/sv-db01.%s:1433" % d.dns, "MSSQLSvc/sv-db01:1433"])
    d.person("kintai", "勤怠管理", "CN=Users," + d.base, kept, servicePrincipalName=["HTTP/kintai." + d.dns])  # a service outside the OU
    d.person("svc.scan", "複合機", services, kept)  # a service by its OU alone
    d.managed("gmsa-batch", servicePrincipalName=["HTTP/batch." + d.dns])
    d.managed("smsa-scan", group=False)


def computers(d, terminals, admin_terminals, servers, groups):
    for number in range(1, 41):
        d.computer("PC-%04d" % number, terminals, "Windows 11 Pro" if number % 3 else "Windows 10 Pro",
                   WORKSTATION | (DISABLED if number == 7 else 0), dns_name=number not in (9, 10))
    for number in range(1, 7):
        d.computer("KANRI-%02d" % number, admin_terminals, "Windows 11 Enterprise")
    # KANRI-06 stands in the OU but in no group: the two sources disagree.
    d.group("GG_管理端末", groups, members=["KANRI-01$", "KANRI-02$", "KANRI-03$"])
    d.group("GG_管理端末_保守", groups, members=["KANRI-04$", "KANRI-05$"])
    d.join("GG_管理端末", "GG_管理端末_保守")
    for name, system in (("SV-DB01", "Windows Server 2022 Standard"), ("SV-FILE01", "Windows Server 2019 Standard"), ("SV-OLD01", "Windows Server 2012 R2 Standard")):
        d.computer(name, servers, system, WORKSTATION | (DISABLED if name == "SV-OLD01" else 0))
    d.computer("SV-WEB01", servers, "Windows Server 2022 Standard", WORKSTATION | UNCONSTRAINED)
    d.computer("SV-JOIN01", servers, "Windows Server 2022 Standard")
    d.computer("DC02", "OU=Domain Controllers," + d.base, "Windows Server 2022 Standard", CONTROLLER | UNCONSTRAINED)


def shadows(d, general_affairs, services, groups):
    head, holder = d.base, "CN=AdminSDHolder,CN=System," + d.base
    for name, cn in (
        ("half.sync", "半分 同期"), ("shadow.holder", "影 保護"), ("shadow.head", "影 頂点"), ("shadow.reset", "影 再設定"), ("shadow.member", "影 追加"),
        ("shadow.owner", "影 所有"), ("denied.reset", "拒否 再設定"), ("inherit.only", "継承 専用"), ("shadow.rbcd", "影 代理"),
    ):
        d.person(name, cn, general_affairs)

    d.person("svc.idsync", "ID連携", services, NORMAL | NEVER_EXPIRES)
    d.group("GG_ID連携", groups, members=["svc.idsync"])
    d.allow("GG_ID連携", head, "CR", GET_CHANGES)
    d.allow("GG_ID連携", head, "CR", GET_CHANGES_ALL)
    d.allow("half.sync", head, "CR", GET_CHANGES)  # without Get-Changes-All it replicates no secrets

    d.allow("shadow.holder", holder, "GA")
    d.allow("shadow.head", head, "WD")
    d.allow("shadow.reset", "adm.sato", "CR", RESET_PASSWORD)
    d.allow("shadow.member", d.dn(512), "WP", MEMBER)
    d.own("shadow.owner", "adm.suzuki")

    d.allow("denied.reset", "adm.sato", "CR", RESET_PASSWORD)
    d.deny("denied.reset", "adm.sato", "CR", RESET_PASSWORD)
    d.allow("inherit.only", d.dn(512), "GA", flags="CIIO")  # for children, of which a group has none

    kept = NORMAL | NEVER_EXPIRES
    controller = d.db.host_dns_name().lower()
    d.person("svc.portal", "ポータル", services, kept, servicePrincipalName=["HTTP/portal." + d.dns], msDS_AllowedToDelegateTo=["ldap/" + controller])
    d.person("svc.app", "業務", services, kept, servicePrincipalName=["HTTP/app." + d.dns], msDS_AllowedToDelegateTo=["cifs/sv-file01." + d.dns])
    d.person("svc.anyone", "代行", services, kept | PROTOCOL_TRANSITION, msDS_AllowedToDelegateTo=["cifs/sv-file01." + d.dns])
    d.let_act_on_behalf("SV-JOIN01$", "DC01$")
    d.let_act_on_behalf("shadow.rbcd", "SV-FILE01$")


def addresses(d):
    zone = d.zone(d.dns, "DomainDnsZones")
    for number in range(1, 41):
        if number in (9, 10):
            continue
        d.node(zone, "pc-%04d" % number, d.record("10.41.20.%d" % number, hours(2026, 11, 10, 8)))
    for number in range(1, 7):
        d.node(zone, "kanri-%02d" % number, d.record("10.41.9.%d" % number))  # static
    d.node(zone, "sv-db01", d.record("10.41.1.11"), d.record("fd00:41::11"))
    d.node(zone, "sv-file01", d.record("10.41.1.12"), d.record("10.41.2.12"))
    d.node(zone, "kanri-v6", d.record("fd00:0041:0000:0000:0000:0000:0009:0001", hours(2026, 11, 9, 23)))
    d.node(zone, "portal", d.record("sv-web01." + d.dns, kind=dnsp.DNS_TYPE_CNAME))  # a name for a name: no address
    d.tombstone(zone, "pc-gone")
    forest = d.add_zone("shisho.example", "ForestDnsZones")
    d.node(forest, "shisho-pc1", d.record("10.41.30.1", hours(2026, 11, 10, 9)))
    system = d.add_zone("kyu.machi.example", "System")
    d.node(system, "kyu-pc1", d.record("10.41.40.1"))
    back = d.add_zone("41.10.in-addr.arpa", "DomainDnsZones")
    d.node(back, "1.20", d.record("pc-0001." + d.dns, kind=dnsp.DNS_TYPE_PTR))
