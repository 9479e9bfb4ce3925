import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Chance } from '../chance.ts'
import type { Step } from './read-log.ts'

/**
 * A disk that is told one step after the other, and knows at every moment what is surely on it: the data of a file
 * as of its last fsync, the names in a folder as of the folder's.
 */
export class Disk {
  readonly #names = new Map<string, Node>()
  readonly #sure = new Map<string, Node>()
  readonly #folders = new Set<string>(['.'])
  #pending: NameChange[] = []

  do(step: Step): void {
    switch (step.kind) {
      case 'create':
        return this.#change([{ path: step.path, node: new Node() }])
      case 'link':
        return this.#change([{ path: step.to, node: this.#names.get(step.path) }])
      case 'rename':
        return this.#rename(step.path, step.to)
      case 'unlink':
        return this.#change(
          [...this.#names.keys()]
            .filter((name) => name === step.path || name.startsWith(`${step.path}/`))
            .map((path) => ({ path, node: undefined })),
        )
      case 'mkdir':
        this.#folders.add(step.path)
        return
      case 'write':
      case 'truncate':
        this.#names.get(step.path)?.pending.push(step)
        return
      case 'sync':
        return this.#sync(step.path)
      case 'said':
        return
    }
  }

  /**
   * What may be on the disk if the power fails now, written as files into an empty folder. Answers whether
   * anything was not yet there for sure.
   */
  cut(folder: string, how: Weather, chance: Chance): boolean {
    const names = new Map(this.#sure)
    let isOver = false
    for (const change of this.#pending) {
      // A journal keeps what it has in order; a disk without one does not.
      if (how.names === 'in order') isOver ||= chance.next() < 0.3
      const keeps = how.names === 'any' ? chance.next() < 0.5 : how.names === 'in order' && !isOver
      if (how.names === 'all' || keeps) apply(names, change)
    }
    for (const name of this.#folders) mkdirSync(join(folder, name), { recursive: true })
    for (const [name, node] of names)
      writeFileSync(join(folder, name), node.at(how.data, chance), { mode: 0o600 })
    const nodes = new Set([...this.#names.values(), ...names.values()])
    return this.#pending.length > 0 || [...nodes].some(({ pending }) => pending.length > 0)
  }

  #rename(from: string, to: string): void {
    this.#change([
      { path: from, node: undefined },
      { path: to, node: this.#names.get(from) },
    ])
  }

  /** Changes of names that come together or not at all. */
  #change(change: NameChange): void {
    if (change.length === 0) return
    apply(this.#names, change)
    this.#pending.push(change)
  }

  #sync(path: string): void {
    if (!this.#folders.has(path)) return this.#names.get(path)?.sync()
    const isHere = (change: NameChange): boolean => change.some((one) => dirname(one.path) === path)
    for (const change of this.#pending.filter(isHere)) apply(this.#sure, change)
    this.#pending = this.#pending.filter((change) => !isHere(change))
  }
}

type NameChange = readonly { readonly path: string; readonly node: Node | undefined }[]

function apply(names: Map<string, Node>, change: NameChange): void {
  for (const { path, node } of change) {
    if (node) names.set(path, node)
    else names.delete(path)
  }
}

/** What becomes of what was not on the disk for sure. */
export interface Weather {
  readonly data: 'none' | 'all' | 'any' | 'in order'
  readonly names: 'none' | 'all' | 'any' | 'in order'
}

export function weatherBy(chance: Chance): Weather {
  const kinds = ['none', 'all', 'any', 'any', 'in order'] as const
  return { data: chance.pick(kinds), names: chance.pick(kinds) }
}

type DataStep = Extract<Step, { kind: 'write' | 'truncate' }>

const sectorBytes = 512

/** The content of a file: what is surely there, and what was done since. */
class Node {
  readonly #sure = new Bytes()
  pending: DataStep[] = []

  sync(): void {
    for (const step of this.pending) this.#sure.do(step)
    this.pending = []
  }

  at(data: Weather['data'], chance: Chance): Buffer {
    if (data === 'none' || this.pending.length === 0) return this.#sure.buffer()
    const content = this.#sure.copy()
    let isOver = false
    for (const step of this.pending) {
      if (data === 'in order') isOver ||= chance.next() < 2 / (this.pending.length + 1)
      if (isOver) break
      const fate = data === 'any' ? chance.next() : 0
      if (fate < 0.4) content.do(step)
      else if (fate < 0.6 && step.kind === 'write') tear(content, step, chance)
    }
    return content.buffer()
  }
}

/** Each sector of a write is there or not. */
function tear(content: Bytes, step: Extract<Step, { kind: 'write' }>, chance: Chance): void {
  const { offset, bytes, path } = step
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sectorBytes - ((offset + from) % sectorBytes))
    if (chance.next() < 0.5)
      content.do({ kind: 'write', path, offset: offset + from, bytes: bytes.subarray(from, to) })
    from = to
  }
}

/** Bytes that grow; what was never written is zero. */
class Bytes {
  #bytes = Buffer.alloc(0)
  #length = 0

  do(step: DataStep): void {
    if (step.kind === 'truncate') return this.#resize(step.length)
    const end = step.offset + step.bytes.length
    if (end > this.#length) this.#resize(end)
    step.bytes.copy(this.#bytes, step.offset)
  }

  copy(): Bytes {
    const other = new Bytes()
    other.#bytes = Buffer.from(this.buffer())
    other.#length = this.#length
    return other
  }

  buffer(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  #resize(length: number): void {
    if (length < this.#length) this.#bytes.fill(0, length, this.#length)
    if (length > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(length, this.#bytes.length * 2, 4096))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#length = length
  }
}
