import { createServer } from 'node:net'
import { once } from 'node:events'
import type { Config } from '../app/config/config.ts'
import { forgottenProxy, needsProxy } from '../app/forgotten-proxy.ts'
import { passedOnMetric } from '../app/metrics.ts'
import type { Check } from './doctor-machine.ts'
import { operatorAddress } from './operator-door.ts'

/** Where the operator's pages are, or will be. */
export async function operatorPages(config: Config): Promise<Check> {
  const name = 'Operator’s pages'
  const running = await runningAt(config)
  if (running !== undefined) return { name, state: 'good', text: `They are at ${running}/admin.` }
  const { operatorDoor } = config
  if (operatorDoor === undefined)
    return { name, state: 'note', text: 'There are none, because OPERATOR_PORT is 0.' }
  const where = `127.0.0.1:${operatorDoor.port}`
  const code = await troubleAt(operatorDoor.port)
  if (code === undefined) return { name, state: 'good', text: `${where} is free for them.` }
  if (operatorDoor.mayMove)
    return {
      name,
      state: 'note',
      text: `${where} cannot be used (${code}): the server takes another port, and says which.`,
      todo: 'Set OPERATOR_PORT to have them always at the same place.',
    }
  return {
    name,
    state: 'wrong',
    text: `${where} cannot be used (${code}).`,
    todo: 'Stop what is using it, or set OPERATOR_PORT.',
  }
}

/** Whether a proxy is in front that the settings do not know of: by the settings, and by what the server has seen. */
export async function proxy(config: Config): Promise<Check> {
  const name = 'Proxy'
  if (config.trustProxy)
    return {
      name,
      state: 'good',
      text: 'TRUST_PROXY is set: who asks is read from X-Forwarded-For.',
    }
  const seen = await passedOn(config)
  if (seen > 0)
    return {
      name,
      state: 'wrong',
      text: `${seen.toLocaleString('en')} requests came through a proxy, and TRUST_PROXY is not set.`,
      todo: forgottenProxy,
    }
  if (needsProxy(config)) {
    const text =
      'BASE_URL begins with https, so a proxy must be in front, and TRUST_PROXY is not set.'
    return { name, state: 'wrong', text, todo: forgottenProxy }
  }
  return { name, state: 'good', text: 'None is expected, and none was seen.' }
}

async function troubleAt(port: number): Promise<string | undefined> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown reason'
  } finally {
    server.close()
  }
}

/** What a killed server wrote down is still there: so it is asked. */
async function runningAt(config: Config): Promise<string | undefined> {
  const address = operatorAddress(config)
  if (address === undefined) return undefined
  const version = await textAt(`${address}/version`)
  return version?.includes('"trialway"') ? address : undefined
}

async function passedOn(config: Config): Promise<number> {
  const address = await runningAt(config)
  const text = address === undefined ? undefined : await textAt(`${address}/metrics`)
  return Number(new RegExp(`^${passedOnMetric} (\\d+)$`, 'm').exec(text ?? '')?.[1] ?? 0)
}

async function textAt(address: string): Promise<string | undefined> {
  try {
    return await (await fetch(address, { signal: AbortSignal.timeout(2000) })).text()
  } catch {
    return undefined
  }
}
