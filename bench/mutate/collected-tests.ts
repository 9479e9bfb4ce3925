/**
 * Stands in for `node:test` while mutants are tested: what a test file registers is kept here and run by the one who
 * imported the file, in its process, until the first that fails.
 */
type Run = (context: Context) => unknown
type Given = string | object | Run | undefined

/** What a test is handed. */
export interface Context {
  readonly name: string
  readonly signal: AbortSignal
  test(name: string, ...rest: Given[]): Promise<void>
  after(run: Run): void
  diagnostic(): void
  skip(): void
}

interface Registered {
  readonly name: string
  readonly run: Run
}

const kept: {
  tests: Registered[]
  before: Run[]
  beforeEach: Run[]
  afterEach: Run[]
  after: Run[]
} = {
  tests: [],
  before: [],
  beforeEach: [],
  afterEach: [],
  after: [],
}

/** Keeps a test. */
export function test(name: string, ...rest: Given[]): void {
  const run = rest.find((one) => typeof one === 'function')
  if (typeof run === 'function') kept.tests.push({ name, run: run as Run })
}

export { test as it }

/** Runs what groups tests; they are kept without their group. */
export function describe(_name: string, group: () => void): void {
  group()
}

export { describe as suite }

/** Keeps what is done before all tests of a file. */
export function before(run: Run): void {
  kept.before.push(run)
}

/** Keeps what is done before each test of a file. */
export function beforeEach(run: Run): void {
  kept.beforeEach.push(run)
}

/** Keeps what is done after each test of a file. */
export function afterEach(run: Run): void {
  kept.afterEach.push(run)
}

/** Keeps what is done after all tests of a file. */
export function after(run: Run): void {
  kept.after.push(run)
}

/** Runs what was kept and forgets it. Throws what the first failing test throws. */
export async function runCollected(): Promise<void> {
  const {
    tests,
    before: first,
    beforeEach: each,
    afterEach: afterOne,
    after: last,
  } = structuredKeep()
  const context = contextOf('file', last)
  for (const run of first) await run(context)
  try {
    for (const { name, run } of tests) {
      const ends: Run[] = []
      for (const prepare of each) await prepare(context)
      try {
        await run(contextOf(name, ends))
      } finally {
        for (const end of [...ends.toReversed(), ...afterOne]) await end(context)
      }
    }
  } finally {
    for (const run of last) await run(context)
  }
}

/** Hands over what is kept, and keeps nothing. */
function structuredKeep(): typeof kept {
  const all = { ...kept }
  Object.assign(kept, { tests: [], before: [], beforeEach: [], afterEach: [], after: [] })
  return all
}

function contextOf(name: string, ends: Run[]): Context {
  return {
    name,
    signal: new AbortController().signal,
    async test(inner, ...rest) {
      const run = rest.find((one) => typeof one === 'function')
      if (typeof run === 'function') await (run as Run)(contextOf(inner, ends))
    },
    after: (run) => void ends.push(run),
    diagnostic: () => undefined,
    skip: () => undefined,
  }
}
