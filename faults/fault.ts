/** What every fault may use. */
export interface FaultSetup {
  readonly seed: number
  /** True for a short run while something is being changed; its figures are not for publication. */
  readonly quick: boolean
  readonly soakMinutes: number
  /** An empty folder of its own; gone afterwards. */
  readonly folder: string
  /** The folder of a fault's own place on a PostgreSQL that was started for it, if that was asked for. */
  readonly postgres?: PostgresSetup
  say(text: string): void
  /** The small number for a quick run, the other for a whole one, or so much of it as was asked for. */
  times(quick: number, whole: number): number
}

export interface PostgresSetup {
  readonly version: string
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>
}

/** A new database for records where a fault is run on PostgreSQL; nothing where they are a file in the data folder. */
export async function databaseOf({
  postgres,
}: FaultSetup): Promise<{ readonly databaseUrl?: string }> {
  return postgres ? { databaseUrl: await postgres.newDatabase() } : {}
}

/** One line of the report. */
export interface Outcome {
  /** Tries, and in how many of them the fault is known to have struck. */
  readonly tries: number
  readonly fired: number
  /** What was acknowledged and is gone. `undefined` where nothing could be lost. */
  readonly lost?: number
  readonly repeated?: number
  readonly corrupt?: number
  /** How long it took until all was well again, in words. */
  readonly recovery?: string
  /** What else was measured. */
  readonly notes: readonly string[]
  /** Empty when everything was as expected; else what was not. */
  readonly failures: readonly string[]
}

export interface Fault {
  /** As in the fault plan, such as `F4`. */
  readonly id: string
  readonly title: string
  readonly how: string
  readonly expected: string
  /** Whether it makes sense on PostgreSQL as well. */
  readonly onPostgres: boolean
  run(setup: FaultSetup): Promise<Outcome>
}

/** Collects what is not as expected; only the first few of a kind are worth reading. */
export class Findings {
  readonly #found = new Map<string, number>()
  readonly #examples: string[] = []

  add(kind: string, example = ''): void {
    const times = (this.#found.get(kind) ?? 0) + 1
    this.#found.set(kind, times)
    if (times <= 3 && example !== '') this.#examples.push(`${kind}: ${example}`)
  }

  /** Notes it unless the claim is true; answers the claim. */
  expect(claim: boolean, kind: string, example = ''): boolean {
    if (!claim) this.add(kind, example)
    return claim
  }

  count(kind: string): number {
    return this.#found.get(kind) ?? 0
  }

  get failures(): readonly string[] {
    return [...[...this.#found].map(([kind, times]) => `${kind} (${times} ×)`), ...this.#examples]
  }
}
