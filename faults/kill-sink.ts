import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRecords } from '../src/people/records/open-records.ts'
import { chanceOf } from './chance.ts'
import { finished, startChild } from './child.ts'
import type { SendOrders } from './children/send.ts'
import { type Fault, Findings } from './fault.ts'
import { mailStates } from './people.ts'
import { queueMails } from './queue-mails.ts'
import { startSink } from './sink.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** The other end of the line dies. */
export const killSink: Fault = {
  id: 'F3 server',
  title: 'kill -9 of the mail server while it takes mails',
  how: 'The mail server gets the SIGKILL, at a random moment while a sender with four connections is at work, and is started again on the same port. Its journal, in which each mail stands before it is accepted, outlives it.',
  expected:
    'Lost 0. A mail that the server had kept and not yet accepted comes twice, with the same Message-ID: at most one for each connection and kill.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const dataDir = join(setup.folder, 'data')
    mkdirSync(dataDir)
    const records = await openRecords({ dataDir })
    const chance = chanceOf(setup.seed, 'kill sink')
    const journal = join(setup.folder, 'sink.ndjson')
    const port = await unusedPort()
    const wanted = setup.times(4, 60)
    const ids: string[] = []
    let [fired, aheadMs, most, repeated] = [0, 0, 0, 0]
    for (let round = 0; fired < wanted && round < wanted * 3; round++) {
      const addresses = Array.from({ length: 60 }, (_, index) => `m${round}@d${index}.example`)
      ids.push(...(await queueMails(records, addresses, new Date(Date.now() + aheadMs))))
      const sink = await startSink({ journal, port, slowMs: 20, slowAfterMs: 15 })
      const before = sink.deliveries().length
      const orders = (): SendOrders => ({ dataDir, port, holder: 'faults', aheadMs })
      const sender = startChild('send.ts', orders())
      await sender.hears('ready')
      await Promise.race([wait(20 + chance.next() * 350), sender.ended])
      const isStruck = sink.deliveries().length < before + addresses.length
      sink.child.kill()
      await sink.child.ended
      if (isStruck) fired++
      await finished(sender)
      const again = await startSink({ journal, port })
      for (let tries = 0; tries < 8; tries++) {
        aheadMs += 20 * 60_000
        await finished(startChild('send.ts', orders()))
        const { queued = 0, sending = 0 } = await mailStates(records)
        if (queued + sending === 0) break
      }
      const taken = again.deliveries().slice(before)
      const twice = taken.length - new Set(taken.map(({ messageId }) => messageId)).size
      most = Math.max(most, twice)
      repeated += twice
      await again.stop()
      if (round % 10 === 9) setup.say(`${fired} of ${wanted} kills`)
    }
    const last = await startSink({ journal, port })
    const got = new Set(last.deliveries().map(({ messageId }) => messageId))
    await last.stop()
    await records.close()
    const lost = ids.filter((id) => !got.has(id)).length
    findings.expect(lost === 0, 'a mail is lost', String(lost))
    findings.expect(most <= 4, 'more repeated than connections', String(most))
    findings.expect(fired >= wanted, 'too few kills struck')
    return {
      tries: fired,
      fired,
      lost,
      repeated,
      notes: [`${ids.length} mails; most repeated by one kill ${most}`],
      failures: findings.failures,
    }
  },
}
