"""北市: a second municipality, ad.kita.example, built otherwise than the town, so that nothing is tuned to one. What must be found: hidden-expected.json."""

from seed import *  # noqa: F403

FOREIGN = "S-1-5-21-4040404040-3030303030-2020202020-2601"


def seed(d):
    city = d.ou("KITA-SHI")
    people, keepers, robots, lists, boxes = (d.ou(name, city) for name in ("Users", "保守", "Robots", "権限", "Boxes"))
    names_that_mislead(d, people)
    for number in range(1, 61):
        d.person("k%05d" % (20000 + number), "職員%03d" % number, people)
    d.set(d.dn("k20009"), adminCount=1)
    d.person("reader", "閲覧専用", robots, NORMAL | NEVER_EXPIRES, d.password)
    d.bind_failures(d.ou("bind", city))
    administrators(d, people, lists)
    operators(d, people, lists)
    services(d, robots, people)
    computers(d, boxes, lists)
    shadows(d, people, keepers, robots, lists)
    addresses(d)


def names_that_mislead(d, people):
    """RID 500 and RID 512 go by other names, and their old names belong to nobody in particular."""
    d.db.rename(d.dn(500), d.named("CN", "kanri0", "CN=Users," + d.base))
    d.set(d.dn(500), sAMAccountName="kanri0")
    d.db.rename(d.dn(512), d.named("CN", "システム統括", "CN=Users," + d.base))
    d.set(d.dn(512), sAMAccountName="システム統括")
    d.person("Administrator", "Administrator", people)
    d.person("ito.decoy", "伊藤 囮", people)
    d.group("Domain Admins", people, members=["ito.decoy"])


def administrators(d, people, lists):
    for name in ("s.abe", "s.baba", "s.chiba", "s.doi", "s.endo", "s.fujii", "s.goto", "s.hara", "s.ide"):
        d.person(name, name[2:].title(), people, NORMAL | (DISABLED if name == "s.fujii" else 0), accountExpires=LONG_AGO if name == "s.goto" else None)
    # Depth: 第一 ∋ 第二 ∋ 第三 ∋ 第四 ∈ itself by way of 第二
    for name in ("第一", "第二", "第三", "第四"):
        d.group(name, lists, UNIVERSAL)
    d.join(d.dn(512), "第一", "s.abe")
    d.join("第一", "第二")
    d.join("第二", "第三")
    d.join("第三", "第四")
    d.join("第四", "第二", "s.baba", "s.fujii")
    d.make_primary("s.chiba", "第三")
    d.join("第二", "s.chiba")  # listed nearer to the top than its primary group
    d.make_primary("s.doi", d.dn(519))
    d.join(d.dn(516), "s.endo")  # a person among the domain controllers
    d.join("S-1-5-32-544", "s.goto", "第三")  # two ways: the shorter one counts
    d.join(d.dn(521), "s.hara")
    d.join(d.dn(520), "s.ide")


def operators(d, people, lists):
    for name in ("o.kondo", "o.mori", "o.noda", "o.oka", "o.seki", "r.tani", "r.ueda", "r.wada"):
        d.person(name, name[2:].title(), people)
    d.group("夜間", lists, DOMAIN_LOCAL, members=["o.kondo"])
    d.join_foreign("夜間", FOREIGN)
    d.join("S-1-5-32-551", "夜間")
    d.join("S-1-5-32-550", "o.mori")
    d.group("名前係", lists, members=["o.noda"])
    d.join("DnsAdmins", "名前係")
    d.join("S-1-5-32-549", "o.oka")
    d.join("S-1-5-32-555", "o.oka")  # also remote: the stronger counts
    d.join("S-1-5-32-548", "o.seki")
    d.join("S-1-5-32-556", "r.tani")
    d.join("S-1-5-32-562", "r.ueda")
    d.join("S-1-5-32-555", "r.wada")


def services(d, robots, people):
    d.person("batch01", "batch01", robots, NORMAL | NEVER_EXPIRES, servicePrincipalName=["HTTP/batch01." + d.dns])
    d.person("k-portal", "k-portal", people, servicePrincipalName=["HTTP/k-portal." + d.dns])
    d.managed("g-print")


def computers(d, boxes, lists):
    for number in range(1, 26):
        d.computer("K%04d" % number, boxes, "Windows 11 Pro", WORKSTATION | (DISABLED if number == 3 else 0), dns_name=number != 4)
    d.computer("KS-DB", boxes, "Windows Server 2025 Standard")
    d.computer("KS-PROXY", boxes, "Windows Server 2016 Standard", WORKSTATION | UNCONSTRAINED)
    d.computer("KS-APP", boxes, "Windows Server 2022 Datacenter")
    d.computer("KITA-AD2", "OU=Domain Controllers," + d.base, "Windows Server 2022 Standard", CONTROLLER | UNCONSTRAINED)
    d.group("特権端末", lists)
    d.group("特権端末・情シス", lists, members=["K0001$", "K0002$"])
    d.join("特権端末", "特権端末・情シス", "K0005$")
    place = d.ou("特権席", boxes)
    for name in ("K0001", "K0002", "K0006"):
        d.db.rename("CN=%s,%s" % (name, boxes), "CN=%s,%s" % (name, place))
        d.dn_of[name + "$"] = "CN=%s,%s" % (name, place)


def shadows(d, people, keepers, robots, lists):
    head, holder = d.base, "CN=AdminSDHolder,CN=System," + d.base
    for name in ("x.all", "x.owner-right", "x.key", "x.spn", "x.group", "x.inner", "x.denied", "x.one", "x.past", "x.elsewhere"):
        d.person(name, name, people)
    d.allow("x.all", head, "CR")  # every extended right: replication among them
    d.allow("x.owner-right", holder, "WO")
    d.allow("x.key", "s.abe", "WP", KEY_CREDENTIAL)
    d.allow("x.spn", "s.baba", "WP", SPN)
    d.group("外郭", lists)
    d.group("外郭・内", lists, members=["x.group"])
    d.join("外郭", "外郭・内")
    d.allow("外郭", "第四", "WD")  # a group nested four deep in Domain Admins

    # Inherited from the OU in which one administrator stands.
    d.person("s.juku", "Juku", keepers)
    d.join(d.dn(512), "s.juku")
    d.allow_inherited("x.inner", keepers, RESET_PASSWORD)

    d.person("d.sync", "d.sync", robots, NORMAL | NEVER_EXPIRES)
    d.allow("d.sync", head, "CR", GET_CHANGES)
    d.allow("d.sync", head, "CR", GET_CHANGES_ALL)
    d.allow("x.one", head, "CR", GET_CHANGES_ALL)

    # A denial to a group cancels what its member was given.
    d.group("禁止", lists, members=["x.denied"])
    d.allow("x.denied", "第一", "WP", MEMBER)
    d.deny("禁止", "第一", "WP", MEMBER)
    d.allow("x.past", d.dn(512), "RP")  # reading is no power
    d.allow("x.elsewhere", "Domain Admins", "GA")  # the group that is only called so
    d.set(d.dn("batch01"), msDS_AllowedToDelegateTo=["cifs/%s" % d.db.host_dns_name().lower(), "http/ks-app." + d.dns])


def addresses(d):
    zone = d.zone(d.dns, "DomainDnsZones")
    for number in range(1, 26):
        d.node(zone, "k%04d" % number, d.record("172.20.8.%d" % number, hours(2026, 11, 11, number % 24)))
    d.node(zone, "ks-db", d.record("172.20.1.20"))
    d.node(zone, "ks-app", d.record("2001:0db8:0000:0000:0000:0000:0000:0020"))
    d.node(zone, "alias", d.record("ks-db." + d.dns, kind=dnsp.DNS_TYPE_CNAME))
    d.tombstone(zone, "k9999")
    d.node(d.add_zone("kita.invalid", "ForestDnsZones"), "branch", d.record("172.21.0.9", hours(2026, 11, 12, 0)))
    d.node(d.add_zone("old.kita.invalid", "System"), "legacy", d.record("172.22.0.9"))
