import { readFileSync } from 'node:fs'
import type { MailSender } from './compose.ts'
import { openFilePost, writtenFolder } from './file-post.ts'
import type { Post } from './post.ts'
import { openSigner } from './sign.ts'
import { openSmtpPost, readSmtpUrl } from './smtp-post.ts'

/** What the operator set about mail. */
export interface MailSettings {
  readonly dataDir: string
  readonly baseUrl: string
  readonly mailFrom: string
  readonly mailConnections: number
  readonly smtpUrl?: string
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly keyFile: string }
  readonly mailBounceDomain?: string
}

/** Mail settings that cannot work; the message is for the operator. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

/**
 * Opens the way out: the mail server of `SMTP_URL`, or files in the data folder where there is none. Throws `MailRefused`
 * for a DKIM key that cannot be used.
 */
export function openPost(settings: MailSettings): Post {
  const sender: MailSender = { from: settings.mailFrom, host: new URL(settings.baseUrl).hostname }
  if (settings.smtpUrl === undefined) return openFilePost(writtenFolder(settings), sender)
  return openSmtpPost({
    ...readSmtpUrl(settings.smtpUrl),
    sender,
    connections: settings.mailConnections,
    ...(settings.dkim && { sign: signerOf(settings.dkim) }),
    ...(settings.mailBounceDomain !== undefined && { bounceDomain: settings.mailBounceDomain }),
  })
}

function signerOf({ domain, selector, keyFile }: NonNullable<MailSettings['dkim']>) {
  try {
    return openSigner({ domain, selector, privateKey: readFileSync(keyFile, 'utf8') })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MailRefused(`MAIL_DKIM_KEY_FILE cannot be used: ${reason}.`)
  }
}
