"""The words in which domains/*.py tell what stands in a domain. Writes straight into the database of a server that does not run.

seed.py NAME SMB.CONF PASSWORD
"""

import datetime
import importlib
import os
import sys

import ldb
from samba import param
from samba.auth import system_session
from samba.dcerpc import dnsp, security
from samba.ndr import ndr_pack, ndr_unpack
from samba.samdb import SamDB

NORMAL, DISABLED, NEVER_EXPIRES, WORKSTATION, CONTROLLER, READ_ONLY_CONTROLLER = 0x200, 0x2, 0x10000, 0x1000, 0x2000, 0x4000000
PROTOCOL_TRANSITION = 0x1000000
UNCONSTRAINED, TO_ANY_PROTOCOL, NO_PASSWORD_NEEDED = 0x80000, 0x1000000, 0x20
GLOBAL, DOMAIN_LOCAL, UNIVERSAL = -2147483646, -2147483644, -2147483640

# Rights as a security descriptor names them.
GET_CHANGES = "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2"
GET_CHANGES_ALL = "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2"
RESET_PASSWORD = "00299570-246d-11d0-a768-00aa006e0529"
MEMBER = "bf9679c0-0de6-11d0-a285-00aa003049e2"
SPN = "f3a64788-5306-11d1-a9c5-0000f80367c1"
KEY_CREDENTIAL = "5b47d60f-6090-40b2-9f37-2a4de88f3063"
USER_CLASS = "bf967aba-0de6-11d0-a285-00aa003049e2"

RELAX = "relax:0"
KEEP_LAST_SET = "local_oid:1.3.6.1.4.1.7165.4.3.20:1"  # Samba: take pwdLastSet as given


def filetime(year, month, day):
    """100 ns since 1601, as text. Seeds name fixed days, so that a cached database does not age."""
    return str(int((datetime.datetime(year, month, day) - datetime.datetime(1601, 1, 1)).total_seconds()) * 10_000_000)


LONG_AGO = filetime(2020, 1, 1)
RECENTLY = filetime(2026, 10, 1)


def quoted(password):
    return ('"%s"' % password).encode("utf-16-le")


class Domain:
    def __init__(self, conf, password):
        settings = param.LoadParm()
        settings.load(conf)
        self.db = SamDB(options=["batch_mode:1"], session_info=system_session(), lp=settings)
        self.password = password
        self.base = str(self.db.get_default_basedn())
        self.dns = self.base[3:].replace(",DC=", ".")
        self.sid = str(self.db.get_domain_sid())
        self.dn_of = {}  # sAMAccountName → DN of what the seed made

    # --- objects

    def add(self, dn, relax=False, **values):
        message = {"dn": dn}
        for name, value in values.items():
            if value is None:
                continue
            many = value if isinstance(value, (list, tuple)) else [value]
            message[name.replace("_", "-")] = [one if isinstance(one, bytes) else str(one) for one in many]
        self.db.add(message, [RELAX] if relax else [])
        return dn

    def set(self, dn, flag=ldb.FLAG_MOD_REPLACE, controls=(), **values):
        message = ldb.Message(ldb.Dn(self.db, dn))
        for name, value in values.items():
            many = value if isinstance(value, (list, tuple)) else [value]
            name = name.replace("_", "-")
            message[name] = ldb.MessageElement([one if isinstance(one, bytes) else str(one) for one in many], flag, name)
        self.db.modify(message, list(controls))

    def named(self, kind, name, parent):
        dn = ldb.Dn(self.db, parent)
        child = ldb.Dn(self.db, "%s=x" % kind)
        child.set_component(0, kind, name)
        child.add_base(dn)
        return str(child)

    def ou(self, name, parent=None):
        return self.add(self.named("OU", name, parent or self.base), objectClass="organizationalUnit")

    def person(self, name, cn, parent, flags=NORMAL, password=None, **more):
        """An account of a person; without a password nobody can log on with it."""
        dn = self.named("CN", cn, parent)
        if password is not None:
            more["unicodePwd"] = quoted(password)
        upn = more.pop("userPrincipalName", "%s@%s" % (name, self.dns))
        self.add(dn, objectClass="user", sAMAccountName=name, userPrincipalName=upn, displayName=more.pop("displayName", cn), userAccountControl=flags, **more)
        self.dn_of[name] = dn
        return dn

    def group(self, name, parent, kind=GLOBAL, members=(), **more):
        dn = self.add(self.named("CN", name, parent), objectClass="group", sAMAccountName=name, groupType=kind, **more)
        self.dn_of[name] = dn
        if members:
            self.join(dn, *members)
        return dn

    def computer(self, name, parent, system, flags=WORKSTATION, dns_name=True, **more):
        dn = self.named("CN", name, parent)
        full = "%s.%s" % (name.lower(), self.dns) if dns_name else None
        self.add(dn, objectClass="computer", sAMAccountName=name + "$", userAccountControl=flags, dNSHostName=full, operatingSystem=system, **more)
        self.dn_of[name + "$"] = dn
        return dn

    def managed(self, name, group=True, **more):
        """A managed service account: of a group (gMSA) or of one computer (sMSA)."""
        dn = self.named("CN", name, "CN=Managed Service Accounts," + self.base)
        kind = "msDS-GroupManagedServiceAccount" if group else "msDS-ManagedServiceAccount"
        if group:
            more["msDS_ManagedPasswordInterval"] = 30
        self.add(dn, objectClass=kind, sAMAccountName=name + "$", userAccountControl=WORKSTATION, dNSHostName="%s.%s" % (name, self.dns), **more)
        self.dn_of[name + "$"] = dn
        return dn

    # --- memberships

    def dn(self, what):
        """DN of a sAMAccountName that the seed made, of a RID of the domain, of a SID; a DN as it is."""
        if isinstance(what, int):
            what = "%s-%d" % (self.sid, what)
        if what in self.dn_of:
            return self.dn_of[what]
        if what.startswith("S-1-"):
            return str(self.db.search("<SID=%s>" % what, ldb.SCOPE_BASE, attrs=[])[0].dn)
        if "=" not in what:
            return str(self.db.search(self.base, expression="(sAMAccountName=%s)" % ldb.binary_encode(what), attrs=[])[0].dn)
        return what

    def sid_of(self, what):
        if isinstance(what, str) and what.startswith("S-1-"):
            return what
        return str(ndr_unpack(security.dom_sid, self.db.search(self.dn(what), ldb.SCOPE_BASE, attrs=["objectSid"])[0]["objectSid"][0]))

    def join(self, group, *members):
        self.set(self.dn(group), ldb.FLAG_MOD_ADD, member=[m if m.startswith("<SID=") else self.dn(m) for m in members])

    def join_foreign(self, group, sid):
        self.join(group, "<SID=%s>" % sid)

    def make_primary(self, account, group):
        """Primary group: leaves `member` of the group."""
        self.join(group, account)
        self.set(self.dn(account), primaryGroupID=self.sid_of(group).rsplit("-", 1)[1])

    # --- rights

    def descriptor(self, over):
        raw = self.db.search(self.dn(over), ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"], controls=["sd_flags:1:7"])[0]["nTSecurityDescriptor"][0]
        return ndr_unpack(security.descriptor, raw)

    def keep_descriptor(self, over, descriptor, part):
        self.set(self.dn(over), controls=["sd_flags:1:%d" % part], nTSecurityDescriptor=ndr_pack(descriptor))

    def ace(self, over, text):
        """Adds one ACE; `text` in SDDL. A denial stands first, as Windows orders them."""
        descriptor = self.descriptor(over)
        ace = security.descriptor.from_sddl("D:" + text, security.dom_sid(self.sid)).dacl.aces[0]
        if "(D;" in text or "(OD;" in text:
            descriptor.dacl_add(ace, 0)
        else:
            descriptor.dacl_add(ace)
        self.keep_descriptor(over, descriptor, security.SECINFO_DACL)

    def allow(self, holder, over, right, kind="", flags=""):
        """`right` in SDDL (GA, WD, WO, CR, WP …), `kind` the GUID of an extended right or attribute."""
        self.ace(over, "(%s;%s;%s;%s;;%s)" % ("OA" if kind else "A", flags, right, kind, self.sid_of(holder)))

    def deny(self, holder, over, right, kind="", flags=""):
        self.ace(over, "(%s;%s;%s;%s;;%s)" % ("OD" if kind else "D", flags, right, kind, self.sid_of(holder)))

    def allow_inherited(self, holder, ou, right):
        """An extended right over the accounts in an OU, not over the OU."""
        self.ace(ou, "(OA;CIIO;CR;%s;%s;%s)" % (right, USER_CLASS, self.sid_of(holder)))

    def own(self, owner, over):
        descriptor = self.descriptor(over)
        descriptor.owner_sid = security.dom_sid(self.sid_of(owner))
        self.keep_descriptor(over, descriptor, security.SECINFO_OWNER)

    def let_act_on_behalf(self, holder, computer):
        text = "O:BAD:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;%s)" % self.sid_of(holder)
        value = ndr_pack(security.descriptor.from_sddl(text, security.dom_sid(self.sid)))
        self.set(self.dn(computer), msDS_AllowedToActOnBehalfOfOtherIdentity=value)

    # --- DNS

    def zone(self, name, place):
        """`place`: DomainDnsZones, ForestDnsZones or System, the three that AD knows."""
        return "DC=%s,CN=MicrosoftDNS,%s" % (name, "CN=System," + self.base if place == "System" else "DC=%s,%s" % (place, self.base))

    def add_zone(self, name, place):
        return self.add(self.zone(name, place), objectClass="dnsZone")

    def record(self, value, hours=0, kind=None):
        """`hours` since 1601; 0: a static record."""
        record = dnsp.DnssrvRpcRecord()
        record.wType = kind or (dnsp.DNS_TYPE_AAAA if ":" in value else dnsp.DNS_TYPE_A)
        record.data = value
        record.rank = dnsp.DNS_RANK_ZONE
        record.dwSerial = 1
        record.dwTtlSeconds = 1200
        record.dwTimeStamp = hours
        return ndr_pack(record)

    def node(self, zone, name, *records, **more):
        return self.add("DC=%s,%s" % (name, zone), objectClass="dnsNode", dnsRecord=list(records), **more)

    def tombstone(self, zone, name):
        record = dnsp.DnssrvRpcRecord()
        record.wType = dnsp.DNS_TYPE_TOMBSTONE
        record.data = int(RECENTLY)
        self.node(zone, name, ndr_pack(record), dNSTombstoned="TRUE")

    # --- what every test domain has

    def policy(self):
        """No length, five wrong passwords lock for good, passwords last 90 days (an account without NEVER_EXPIRES shows 532 one day)."""
        self.set(self.base, pwdProperties=0, minPwdLength=0, minPwdAge=0, pwdHistoryLength=0, lockoutThreshold=5,
                 lockoutDuration=-(2**63), maxPwdAge=-90 * 86400 * 10_000_000)

    def bind_failures(self, parent):
        """One account for each reason for which a bind is refused. They are what they are called; all have the same right password."""
        kept = NORMAL | NEVER_EXPIRES
        self.person("bind.disabled", "bind.disabled", parent, kept | DISABLED, self.password)
        self.person("bind.account-expired", "bind.account-expired", parent, kept, self.password, accountExpires=LONG_AGO)
        self.set(self.person("bind.must-change", "bind.must-change", parent, NORMAL, self.password), pwdLastSet=0)
        self.person("bind.no-hours", "bind.no-hours", parent, kept, self.password, logonHours=b"\0" * 21)
        self.person("bind.other-terminal", "bind.other-terminal", parent, kept, self.password, userWorkstations="NOSUCHPC")
        aged = self.person("bind.password-expired", "bind.password-expired", parent, NORMAL)
        self.set(aged, controls=[KEEP_LAST_SET], unicodePwd=quoted(self.password), pwdLastSet=LONG_AGO)
        locked = self.person("bind.locked", "bind.locked", parent, kept, self.password)
        self.set(locked, controls=[RELAX], badPwdCount=5, badPasswordTime=RECENTLY, lockoutTime=RECENTLY)


def hours(year, month, day, hour=0):
    """DNS records count hours since 1601."""
    return int((datetime.datetime(year, month, day, hour) - datetime.datetime(1601, 1, 1)).total_seconds() // 3600)


def main(name, conf, password):
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "domains"))
    domain = Domain(conf, password)
    domain.db.transaction_start()
    try:
        domain.policy()
        importlib.import_module(name).seed(domain)
    except BaseException:
        domain.db.transaction_cancel()
        raise
    domain.db.transaction_commit()


if __name__ == "__main__":
    sys.modules["seed"] = sys.modules["__main__"]
    main(*sys.argv[1:])
