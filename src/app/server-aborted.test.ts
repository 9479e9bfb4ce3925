import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { serve } from './server.ts'
import { openTestApp } from '../testing/test-site.ts'
import { createSite } from '../web/site.ts'

test('who hangs up in the middle of a form is no fault of ours', async (t) => {
  const app = await openTestApp()
  const lines: string[] = []
  let wrote = (): void => undefined
  const running = await serve(
    {
      site: createSite(app),
      readiness: () => ({}),
      version: () => ({}),
      config: { baseUrl: 'http://localhost', trustProxy: false, metricsPublic: true },
      log: openLog({
        level: 'info',
        stream: {
          write: (line) => {
            lines.push(line)
            wrote()
          },
        },
      }),
      metrics: openMetrics(() => undefined),
    },
    { host: '127.0.0.1', port: 0 },
  )
  t.after(async () => {
    await running.close(100)
    await app.close()
  })
  const paths = ['/match', '/studies/NCT02390596/check', '/alerts', '/alerts/lost', '/hooks/mail']
  for (const path of paths) {
    const logged = new Promise<void>((resolve) => (wrote = resolve))
    const type = path === '/hooks/mail' ? 'message/rfc822' : 'application/x-www-form-urlencoded'
    const socket = connect(running.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: ${type}\r\nContent-Length: 9000\r\n\r\n${'a'.repeat(400)}`,
    )
    // The server has begun to read before the other end is gone.
    setTimeout(() => socket.destroy(), 30)
    await logged
  }
  const said = lines.map((line) => JSON.parse(line) as { status: number; level: string })
  assert.deepEqual(
    said.map(({ status }) => status),
    paths.map(() => 499),
  )
  assert.ok(
    said.every(({ level }) => level === 'info'),
    'told, and no warning',
  )
})
