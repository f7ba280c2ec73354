"""県: 5,000 persons and 3,000 computers, ken.example, to measure with. A few are administrators, by a chain of groups."""

from seed import *  # noqa: F403


def seed(d):
    place = d.ou("県庁")
    people, terminals, lists = (d.ou(name, place) for name in ("職員", "端末", "グループ"))
    d.person("reader", "監査用 読み取り", place, NORMAL | NEVER_EXPIRES, d.password)
    zone = d.zone(d.dns, "DomainDnsZones")
    for number in range(1, 5001):
        d.person("p%05d" % number, "職員 %05d" % number, people, department="課%03d" % (number % 100))
    for number in range(1, 3001):
        d.computer("KEN-%05d" % number, terminals, "Windows 11 Enterprise" if number % 20 else "Windows Server 2022 Standard")
        d.node(zone, "ken-%05d" % number, d.record("10.%d.%d.%d" % (60 + number // 62500, number // 250, number % 250 + 1), hours(2026, 11, 10)))
    for number in range(100):
        d.group("課%03d" % number, lists, members=["p%05d" % one for one in range(1, 5001) if one % 100 == number])
    d.group("GG_情報基盤", lists, members=["p%05d" % one for one in range(1, 21)])
    d.join(d.dn(512), "GG_情報基盤", "p04999")
