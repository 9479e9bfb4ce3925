import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../../../base/durable-files.ts'
import { type MailSender, composeMail } from './compose.ts'
import type { Post } from './post.ts'
import type { OutgoingMail } from '../outbox/taken-mail.ts'

/** Where mails lie when there is no mail server. */
export function writtenFolder({ dataDir }: { readonly dataDir: string }): string {
  return join(dataDir, 'mail')
}

/** Writes each mail as a file instead of sending it; the newest 500 are kept. */
export function openFilePost(folder: string, sender: MailSender): Post {
  let written = 0
  const send = async (mail: OutgoingMail) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    replaceFile(join(folder, nameOf(mail)), composeMail(mail, sender))
    written += 1
    if (written % tidyEvery === 1) await keepNewest(folder)
    return { kind: 'accepted' } as const
  }
  return {
    kind: 'files',
    connections: 1,
    openConnection: () => ({ send, close: async () => {} }),
  }
}

function nameOf({ createdAt, id }: OutgoingMail): string {
  return `${createdAt.toISOString().replace(/[-:.]/g, '')}-${id}.eml`
}

async function keepNewest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted()
  for (const name of names.slice(0, -keep)) await rm(join(folder, name), { force: true })
}

const keep = 500
const tidyEvery = 50
