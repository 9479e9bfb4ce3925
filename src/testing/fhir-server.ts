import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createFhirApi } from '../api/fhir/fhir-api.ts'
import { openTestApp, type TestApp } from './test-site.ts'

/** A FHIR server of real parts on loopback, for all tests of a file. */
export interface FhirServer {
  /** `http://127.0.0.1:4711/fhir/R4` */
  base(release: 'R4' | 'R5'): string
  app(): TestApp
}

/** Starts it before the tests of a file and ends it after them. */
export function fhirServerOfTests(): FhirServer {
  let app: TestApp
  const server = createServer()
  before(async () => {
    app = await openTestApp()
    const site = new Hono().route('/fhir', createFhirApi(app))
    const listener = getRequestListener((request, env) => site.fetch(request, env))
    server.on('request', (request, response) => void listener(request, response))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  after(async () => {
    server.closeAllConnections()
    server.close()
    await app.close()
  })
  return {
    base: (release) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir/${release}`,
    app: () => app,
  }
}
