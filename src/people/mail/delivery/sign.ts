import { createPrivateKey } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'

/** What a mail is signed with (RFC 6376). */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
}

/** Signs mails; throws for a key that would leave them unsigned without a word. */
export function openSigner(key: DkimKey): (message: Buffer) => Promise<Buffer> {
  const type = createPrivateKey(key.privateKey).asymmetricKeyType
  if (type !== 'rsa') throw new Error(`it is a key of type ${type}, and only RSA is understood`)
  const dkim = new DKIM({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: signedHeaders,
  })
  return (message) => buffer(dkim.sign(message))
}

/** One-click unsubscribing counts only where both List-Unsubscribe headers are signed (RFC 8058, section 4). */
const signedHeaders = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Language',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':')
