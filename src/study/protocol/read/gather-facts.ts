import type { Fact } from '../facts/fact.ts'
import { contentText } from './content-text.ts'
import type { FactFault, FactLine } from './fact-fault.ts'

/** Which facts of a file are wanted, and how many are held at most. */
export interface FactGathering {
  /** Only this participant's; those of others are read and not kept. */
  readonly participant?: string
  readonly mostFacts?: number
}

/** The facts of a file by participant, and what is wrong with it. */
export interface GatheredFacts {
  /** In the order of the file; `undefined` where the file names nobody. */
  readonly participants: ReadonlyMap<string | undefined, readonly Fact[]>
  /** How many were read, those of others too. */
  readonly facts: number
  /** The first hundred lines with a fault. Where there is one the file is not understood as a whole. */
  readonly faults: readonly GatheredFault[]
  readonly faultyLines: number
}

/** All that is wrong with one line. */
export interface GatheredFault {
  readonly line: number
  readonly faults: readonly FactFault[]
}

/** More facts than this of those wanted are not held. */
const mostFactsHeld = 1_000_000
const mostFaultsKept = 100

/**
 * Gathers the facts of a file by participant. Besides the faults of the lines it finds an id that two facts with
 * different content have, a correction of a fact that is not there or of itself, and facts of nobody among facts of somebody.
 */
export async function gatherFacts(
  lines: AsyncIterable<FactLine>,
  { participant, mostFacts = mostFactsHeld }: FactGathering = {},
): Promise<GatheredFacts> {
  const gathered = new Gathered()
  for await (const { line, fact, faults } of lines) {
    if (!fact) gathered.fault(line, faults)
    else if (participant === undefined || fact.participant === participant) {
      if (gathered.held === mostFacts) {
        gathered.fault(line, [{ kind: 'too many', most: mostFacts }])
        break
      }
      gathered.keep(line, fact)
    } else gathered.pass(line, fact)
  }
  return gathered.end()
}

/** A fact of the file and its line. */
interface Placed {
  readonly line: number
  readonly fact: Fact
}

class Gathered {
  held = 0
  #facts = 0
  #faultyLines = 0
  #nobody: number | undefined
  #somebody = false
  readonly #faults: GatheredFault[] = []
  readonly #participants = new Map<string | undefined, Map<string, Placed[]>>()

  fault(line: number, faults: readonly FactFault[]): void {
    this.#faultyLines++
    if (this.#faults.length < mostFaultsKept) this.#faults.push({ line, faults })
  }

  /** Somebody else's fact. */
  pass(line: number, fact: Fact): void {
    this.#facts++
    if (fact.participant === undefined) this.#nobody ??= line
    else this.#somebody = true
  }

  keep(line: number, fact: Fact): void {
    this.pass(line, fact)
    this.held++
    const byId = this.#participants.get(fact.participant) ?? new Map<string, Placed[]>()
    this.#participants.set(fact.participant, byId)
    const same = byId.get(fact.id)
    if (!same) byId.set(fact.id, [{ line, fact }])
    else {
      const [first] = same
      if (first && contentText(first.fact) !== contentText(fact))
        this.fault(line, [{ kind: 'id twice', id: fact.id, line: first.line }])
      same.push({ line, fact })
    }
  }

  end(): GatheredFacts {
    if (this.#somebody && this.#nobody !== undefined)
      this.fault(this.#nobody, [{ kind: 'no participant' }])
    for (const byId of this.#participants.values()) this.#corrections(byId)
    const participants = new Map(
      this.#participants.entries().map(([name, byId]) => [name, inOrder(byId)] as const),
    )
    const faults = this.#faults.toSorted((one, other) => one.line - other.line)
    return { participants, facts: this.#facts, faults, faultyLines: this.#faultyLines }
  }

  #corrections(byId: ReadonlyMap<string, readonly Placed[]>): void {
    for (const { line, fact } of [...byId.values()].flat())
      if (fact.corrects !== undefined && !byId.has(fact.corrects))
        this.fault(line, [{ kind: 'corrects nothing', id: fact.corrects }])
    for (const id of inCircles(byId))
      for (const { line, fact } of byId.get(id) ?? [])
        this.fault(line, [{ kind: 'corrects in a circle', id: fact.corrects ?? id }])
  }
}

/** The ids of facts whose corrections lead back to themselves: none of them would be left. Each is walked once. */
function inCircles(byId: ReadonlyMap<string, readonly Placed[]>): readonly string[] {
  const walked = new Set<string>()
  const circles: string[] = []
  for (const start of byId.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    let id: string | undefined = start
    while (id !== undefined && !walked.has(id)) {
      walked.add(id)
      path.push(id)
      onPath.add(id)
      id = byId.get(id)?.[0]?.fact.corrects
    }
    if (id !== undefined && onPath.has(id)) circles.push(...path.slice(path.indexOf(id)))
  }
  return circles
}

function inOrder(byId: ReadonlyMap<string, readonly Placed[]>): Fact[] {
  return [...byId.values()]
    .flat()
    .toSorted((one, other) => one.line - other.line)
    .map(({ fact }) => fact)
}
