import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** Mails that were kept, and what was wrong with any. */
export interface Checked {
  readonly mails: number
  readonly problems: readonly string[]
}

/** Reads mails as their readers' programs do, and looks for all that a digest must have. */
export async function checkMails(folder: string): Promise<Checked> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  const problems: string[] = []
  for (const name of names)
    for (const missing of await missingIn(readFileSync(join(folder, name))))
      problems.push(`${name}: ${missing}`)
  return { mails: names.length, problems }
}

async function missingIn(bytes: Buffer): Promise<string[]> {
  const mail = await PostalMime.parse(bytes)
  const header = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? ''
  const text = mail.text ?? ''
  const html = mail.html ?? ''
  const found: Readonly<Record<string, boolean>> = {
    'a subject': (mail.subject ?? '') !== '',
    'a reader': mail.to?.length === 1,
    'a Message-ID': /^<[\w-]+@[\w.-]+>$/.test(mail.messageId ?? ''),
    'a link to a study in the text': /\/studies\/NCT\d{8}/.test(text),
    'the same in HTML': /<a href="[^"]*\/studies\/NCT\d{8}"/.test(html),
    'a way to stop, in the text': /\/alerts\/stop\/[\w-]+/.test(text),
    'List-Unsubscribe': /^<https:\/\/[^>]+\/alerts\/stop\/[\w-]+>$/.test(
      header('list-unsubscribe'),
    ),
    'List-Unsubscribe-Post': header('list-unsubscribe-post') === 'List-Unsubscribe=One-Click',
    'List-Id': header('list-id').startsWith('<alerts.'),
    'Auto-Submitted': header('auto-submitted') === 'auto-generated',
    'nothing that is loaded': !/<(?:img|script|link|iframe)\b/i.test(html),
  }
  return Object.entries(found).flatMap(([name, isThere]) => (isThere ? [] : [name]))
}
