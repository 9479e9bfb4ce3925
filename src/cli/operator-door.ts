import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { addressOf, type Config } from '../app/config/config.ts'
import { operatorFile } from '../app/folders.ts'
import type { RunningServer } from '../app/listener.ts'
import { serveOperator } from '../app/server.ts'
import { type OpenService, showsWrittenMail } from '../app/service.ts'
import { terminalWords } from '../words/terminal.ts'

/** The operator's own door, or why there is none. */
export interface OpenOperatorDoor {
  /** What the operator is told, a line each. */
  readonly words: readonly string[]
  /** Why there is none although one was wanted. */
  readonly problem?: string
  close(): Promise<void>
}

/**
 * Opens the operator's door. Where its port is taken, another is used if nobody asked for this one; else there is no
 * door, which is said, and everybody else is served all the same.
 */
export async function openOperatorDoor(
  service: OpenService,
  config: Config,
): Promise<OpenOperatorDoor> {
  const words = terminalWords.operator
  const { operatorDoor } = config
  const unread = config.smtpUrl === undefined ? [words.mailInFolder] : []
  if (operatorDoor === undefined) return { words: [words.none, ...unread], close: async () => {} }
  const opened = await listenAt(service, operatorDoor)
  if ('code' in opened) {
    const { port } = operatorDoor
    service.log.warn({ port, code: opened.code }, words.cannotListenInLog)
    const problem = words.cannotListen(port, opened.code)
    return { words: unread, problem, close: async () => {} }
  }
  const address = addressOf('127.0.0.1', opened.port)
  const forget = remember(config, address)
  const mail = showsWrittenMail(config) ? [words.mail(`${address}/dev/mail`)] : unread
  return {
    words: [words.at(`${address}/admin`), ...mail],
    close: async () => {
      forget()
      await opened.close()
    },
  }
}

async function listenAt(
  service: OpenService,
  { port, mayMove }: NonNullable<Config['operatorDoor']>,
): Promise<RunningServer | { readonly code: string }> {
  try {
    return await serveOperator(service, port)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return mayMove ? listenAt(service, { port: 0, mayMove: false }) : { code }
  }
}

const kept = z.object({ address: z.string(), pid: z.number() })

/** Writes down where the door is, for `trialway doctor`; a data folder that cannot be written to is no obstacle. */
function remember(config: Config, address: string): () => void {
  const file = operatorFile(config)
  try {
    writeFileSync(file, `${JSON.stringify({ address, pid: process.pid })}\n`, { mode: 0o600 })
  } catch {
    return () => {}
  }
  return () => {
    if (readKept(config)?.pid === process.pid) rmSync(file, { force: true })
  }
}

/** Where a running server says that its operator's door is; it may have ended since. */
export function operatorAddress(config: Config): string | undefined {
  return readKept(config)?.address
}

function readKept(config: Config): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(readFileSync(operatorFile(config), 'utf8')))
  } catch {
    return undefined
  }
}
