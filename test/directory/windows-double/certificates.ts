import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, as PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface CertificateOptions {
  /** Who signs it; null: itself. */
  readonly issuer: Identity | null;
  readonly commonName: string;
  readonly isAuthority?: boolean;
  /** Names a server is reached by. */
  readonly dnsNames?: readonly string[];
  readonly addresses?: readonly string[];
  /** Days from now; default: from yesterday to tomorrow. */
  readonly validFrom?: number;
  readonly validUntil?: number;
}

/** Makes a certificate at test time, so that none expires in the repository. RSA 2048, SHA-256. */
export function makeCertificate(options: CertificateOptions): Identity {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(keys.publicKey);
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  certificate.validity.notBefore = daysFromNow(options.validFrom ?? -1);
  certificate.validity.notAfter = daysFromNow(options.validUntil ?? 1);
  const subject = [{ name: 'commonName', value: options.commonName }];
  certificate.setSubject(subject);
  certificate.setIssuer(options.issuer === null ? subject : forge.pki.certificateFromPem(options.issuer.certificate).subject.attributes);
  const names = [...(options.dnsNames ?? []).map((value) => ({ type: 2, value })), ...(options.addresses ?? []).map((ip) => ({ type: 7, ip }))];
  certificate.setExtensions([
    { name: 'basicConstraints', cA: options.isAuthority === true, critical: true },
    ...(names.length === 0 ? [] : [{ name: 'subjectAltName', altNames: names }]),
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(options.issuer?.key ?? keys.privateKey), forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(certificate), key: keys.privateKey };
}

/** The bytes of a certificate as Windows exports it by default (DER). */
export function derOf(identity: Identity): Buffer {
  return Buffer.from(identity.certificate.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
