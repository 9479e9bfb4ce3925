import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { receivedOf } from '../test-mail.ts'

/** A mail server in a process of its own: says its port, and when asked, the Message-IDs it accepted. */
const received: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: async (stream, session, callback) => {
    // A sender that is killed breaks its line in the middle of a letter.
    const bytes = await buffer(stream).catch(() => undefined)
    if (bytes) received.push(receivedOf(bytes, session.envelope).messageId)
    callback()
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
process.on('message', () => process.send?.(received))
process.send?.((server.server.address() as AddressInfo).port)
