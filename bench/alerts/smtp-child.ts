import { writeFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

/**
 * A mail server that counts what it is given and throws it away. It says its port first, and what it counted
 * once its input ends. `EVERY`: of so many mails one is kept, as a file in `FOLDER`.
 */
export interface Received {
  readonly mails: number
  /** Mails whose Message-ID came before. */
  readonly repeated: number
  readonly bytes: number
  /** Milliseconds since 1970 of the first connection and of the last mail that was accepted. */
  readonly firstAt: number
  readonly lastAt: number
}

const { FOLDER: folder = '.', EVERY: every = '500' } = process.env
const known = new Set<string>()
let mails = 0
let repeated = 0
let bytes = 0
let firstAt = 0
let lastAt = 0

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onConnect: (_session, callback) => {
    firstAt ||= Date.now()
    callback()
  },
  onData: (stream, _session, callback) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      take(Buffer.concat(parts))
      callback()
    })
  },
})
server.on('error', (error) => console.error(error.message))
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`)

process.stdin.resume()
await once(process.stdin, 'end')
const received: Received = { mails, repeated, bytes, firstAt, lastAt }
process.stdout.write(`${JSON.stringify(received)}\n`, () => process.exit(0))

function take(mail: Buffer): void {
  const id = /^Message-ID: (\S+)/im.exec(mail.toString('latin1', 0, 2000))?.[1] ?? ''
  if (known.has(id)) repeated++
  known.add(id)
  if (mails % Number(every) === 0) writeFileSync(join(folder, `${mails}.eml`), mail)
  mails++
  bytes += mail.length
  lastAt = Date.now()
}
