import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecords } from '../src/people/records/open-records.ts'
import { readConfig } from '../src/app/config/config.ts'
import { openLog } from '../src/app/log.ts'
import { serve } from '../src/app/server.ts'
import { openService } from '../src/app/service.ts'
import { exampleData } from '../src/testing/example-catalogue.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** A server of the studies that ship, on this machine. */
export interface Here {
  readonly address: string
  close(): Promise<void>
}

/** Starts one, until it is closed. */
export async function startHere(): Promise<Here> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-clients-'))
  const port = await unusedPort()
  const address = `http://127.0.0.1:${port}`
  const config = readConfig({
    DATA_DIR: (await exampleData()).folder,
    BASE_URL: address,
    SEARCH_PROCESSES: '1',
    SEARCH_TIMEOUT_MS: '20000',
  })
  const records = await openRecords({ dataDir: join(folder, 'private') })
  const log = openLog({ level: 'silent', stream: { write: () => {} } })
  const service = await openService(config, records, log, () => new Date('2026-11-23T12:00:00Z'))
  const server = await serve(service, { port, host: '127.0.0.1' })
  return {
    address,
    close: async () => {
      await server.close()
      await service.close()
      await records.close()
      rmSync(folder, { recursive: true })
    },
  }
}
