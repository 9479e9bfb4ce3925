import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { bigTowns } from '../big-towns.ts'
import { snapshot } from '../example-catalogue.ts'
import type { Study } from '../../finder/registry/study.ts'
import { runHere } from '../run-here.ts'
import { onOnePlace } from '../test-records.ts'

/** From the page of a category to the last mail: a server of its own, the commands beside it, a real SMTP server. */
onOnePlace(
  'a parent subscribes, confirms, is told once of a study that opens near Paris, stops by one click, and is told nothing more',
  async ({ dataDir, databaseUrl, keys }, t) => {
    const data = join(dataDir, 'served')
    mkdirSync(data, { recursive: true })
    symlinkSync(await bigTowns(), join(data, 'places.sqlite'))
    const inbox = await openInbox(t)
    const settings = {
      ...process.env,
      DATA_DIR: data,
      PORT: '0',
      LOG_LEVEL: 'info',
      SEARCH_PROCESSES: '1',
      SEARCH_TIMEOUT_MS: '20000',
      SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
      MAIL_FROM: 'Trialway <alerts@trialway.example>',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...(keys && { KEYS: keys }),
    }
    await runTrialway(settings, 'import', join(snapshot, '1-NCT02390596.2018-05-29.xml'))
    const server = await startServer(t, settings)
    const study = await studyOf(server.address, 'NCT02390596')
    await runTrialway(settings, 'import', fileOf(data, withStatus(study, 'NOT_YET_RECRUITING', 1)))

    const page = await (await fetch(`${server.address}/fr/studies/NCT02390596`)).text()
    assert.match(page, /href="\/fr\/alerts\/new\?study=NCT02390596"/)
    const form = await (
      await fetch(`${server.address}/fr/alerts/new?category=heart-and-vessels`)
    ).text()
    assert.match(form, /<html lang="fr">/)
    const sent = await post(`${server.address}/fr/alerts`, {
      category: 'heart-and-vessels',
      near: 'Paris',
      within: '50km',
      email: 'parent@example.org',
      event: ['recruiting', 'posted', 'site'],
      often: 'at_once',
      language: 'fr',
    })
    assert.equal(sent.status, 303)

    const question = await inbox.next()
    assert.match(question.subject ?? '', /Confirmez votre alerte/)
    const link = /https?:\S+\/alerts\/confirm\/[\w-]+/.exec(question.text ?? '')?.[0] ?? ''
    const confirm = `${server.address}${new URL(link).pathname}`
    const chosen = [
      ...(await (await fetch(confirm)).text()).matchAll(/name="alert"\s+value="([^"]+)"/g),
    ].map(([, id = '']) => id)
    assert.equal(chosen.length, 1)
    assert.equal((await post(confirm, { alert: chosen, shown: chosen.join(' ') })).status, 303)

    const newer = fileOf(data, withStatus(study, 'RECRUITING', 2))
    await runTrialway(settings, 'import', newer)
    await runTrialway(settings, 'alerts', 'run')
    const digest = await inbox.next()
    assertDigest(digest)

    await runTrialway(settings, 'import', newer)
    await runTrialway(settings, 'alerts', 'run')
    await nothingWaits(settings)
    inbox.stays()

    const [, stop = ''] = /<([^>]+)>/.exec(headerOf(digest, 'list-unsubscribe')) ?? []
    const oneClick = await post(`${server.address}${new URL(stop).pathname}`, {
      'List-Unsubscribe': 'One-Click',
    })
    assert.equal(oneClick.status, 200)
    await runTrialway(settings, 'import', fileOf(data, withStatus(study, 'SUSPENDED', 3)))
    await runTrialway(settings, 'import', fileOf(data, withStatus(study, 'RECRUITING', 4)))
    await runTrialway(settings, 'alerts', 'run')
    await nothingWaits(settings)
    inbox.stays()
    await server.stop()
    assert.doesNotMatch(server.said(), /parent@|heart|paris/i)
  },
)

function assertDigest(digest: Email): void {
  assert.equal(digest.subject, '1 étude que vous attendez')
  assert.equal(digest.to?.[0]?.address, 'parent@example.org')
  for (const form of [digest.text, digest.html]) {
    const said = (form ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
    assert.match(said, /Kawasaki/)
    assert.match(said, /Elle cherche maintenant des participants/)
    assert.match(said, /Cherche des participants/)
    assert.match(said, /Kremlin-Bic/)
    assert.match(said, /à 4 km de Paris/)
    assert.match(said, /\/fr\/studies\/NCT02390596/)
    assert.match(said, /\/fr\/alerts\/stop\//)
  }
  assert.doesNotMatch(digest.html ?? '', /<img|<script|<link/)
  assert.equal(headerOf(digest, 'list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  assert.match(headerOf(digest, 'list-id'), /<alerts\./)
  assert.equal(headerOf(digest, 'auto-submitted'), 'auto-generated')
  assert.match(headerOf(digest, 'content-language'), /fr/)
}

function headerOf(mail: Email, name: string): string {
  return mail.headers.find(({ key }) => key === name)?.value ?? ''
}

interface Inbox {
  readonly port: number
  next(): Promise<Email>
  /** Fails where one more mail came. */
  stays(): void
}

async function openInbox(t: TestContext): Promise<Inbox> {
  const mails: Email[] = []
  let read = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const keep = async (): Promise<void> => {
          mails.push(await PostalMime.parse(Buffer.concat(parts)))
          done()
        }
        void keep()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.after(() => new Promise<void>((closed) => server.close(() => closed())))
  return {
    port: (server.server.address() as AddressInfo).port,
    next: async () => {
      for (let tries = 0; tries < 600 && mails.length <= read; tries++) await wait(50)
      const mail = mails[read++]
      assert.ok(mail, 'no mail came')
      return mail
    },
    stays: () => assert.equal(mails.length, read, 'a mail came that should not'),
  }
}

type Settings = NodeJS.ProcessEnv
const launcher = join(import.meta.dirname, '../../../bin/trialway.js')

async function startServer(t: TestContext, settings: Settings) {
  const child = spawn(process.execPath, [launcher, 'serve'], { env: settings })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  t.after(() => child.kill('SIGKILL'))
  for (let tries = 0; tries < 1200 && !/Trialway is at/.test(said); tries++) await wait(50)
  const port = /Trialway is at http:\/\/localhost:(\d+)/.exec(said)?.[1]
  assert.ok(port, said)
  return {
    address: `http://127.0.0.1:${port}`,
    said: () => said,
    stop: () => ended(child, 'SIGTERM'),
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const closed = once(child, 'close')
  child.kill(signal)
  const [code] = await closed
  assert.equal(code, 0)
}

/** Runs a command; how its process starts and ends is tested with the commands. */
async function runTrialway(settings: Settings, ...words: string[]): Promise<void> {
  const given = Object.entries(settings).filter((one): one is [string, string] => !!one[1])
  const { status, stdout, stderr } = await runHere(words, Object.fromEntries(given))
  assert.equal(status, 0, stdout + stderr)
}

/** Waits until every mail that was made has left. */
async function nothingWaits(settings: Settings): Promise<void> {
  const { DATA_DIR = '', DATABASE_URL = '', KEYS = '' } = settings
  for (;;) {
    const { stdout } = await runHere(['mail', 'status', '--json'], { DATA_DIR, DATABASE_URL, KEYS })
    const { queued } = JSON.parse(stdout) as { queued: Readonly<Record<string, number>> }
    if (Object.values(queued).every((count) => count === 0)) return
    await wait(50)
  }
}

async function studyOf(address: string, nctId: string): Promise<Study> {
  const twin = (await (await fetch(`${address}/studies/${nctId}.json`)).json()) as { study: Study }
  return twin.study
}

/** The real record as the registry would give it on a later day. */
function withStatus(study: Study, overallStatus: string, day: number): Study {
  const protocol = study.protocolSection
  const contacts = protocol.contactsLocationsModule
  const statusModule = {
    ...protocol.statusModule,
    overallStatus,
    statusVerifiedDate: '2026-11',
    lastUpdatePostDateStruct: { date: `2026-11-0${day}`, type: 'ACTUAL' as const },
  }
  const locations = contacts?.locations?.map((site) => ({ ...site, status: overallStatus }))
  const contactsLocationsModule = { ...contacts, ...(locations && { locations }) }
  return {
    ...study,
    protocolSection: { ...protocol, statusModule, contactsLocationsModule },
  }
}

let files = 0

function fileOf(folder: string, study: Study): string {
  const file = join(folder, `newer-${++files}.json`)
  writeFileSync(file, JSON.stringify(study))
  return file
}

function post(
  address: string,
  form: Readonly<Record<string, string | readonly string[]>>,
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(form))
    for (const value of [values].flat()) body.append(name, value)
  return fetch(address, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: new URL(address).origin },
  })
}
