import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { madeFrom } from './made-from.ts'

const root = mkdtempSync(join(tmpdir(), 'trialway-made-from-'))
after(() => rmSync(root, { recursive: true }))

const files = {
  'build.ts': `import { words } from './words.ts'
import type { Shape } from './shape.ts'

/** Builds it. */
export function build(): Shape {
  // In a process of its own.
  new Worker(new URL('./worker.ts', import.meta.url))
  return { words }
}
`,
  'words.ts': "export const words = ['one']\n",
  'shape.ts': 'export interface Shape {}\n',
  'worker.ts': "await import('./late.ts')\n",
  'late.ts': "import {\n  part,\n} from './parts/part.ts'\n",
  'parts/part.ts': 'export const part = 1\n',
  'other.ts': 'export const other = 1\n',
  'data/towns.tsv': 'Paris\t1\n',
  'data/README.md': 'Towns.\n',
}

/** The key of the files above with one of them changed. */
function keyWith(name: keyof typeof files, change: (text: string) => string): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), file === name ? change(text) : text)
  }
  return madeFrom({ root, program: 'build.ts', data: ['data/*.tsv'] })
}

const key = keyWith('build.ts', (text) => text)
const longer = (text: string): string => `${text}export const more = 2\n`

test('a changed comment, blank line, indent or type keeps what was built, and so does a file that is not read', () => {
  for (const [from, to] of [
    ['Builds it.', 'Builds it,\n * of words.'],
    ['In a process of its own.', 'Beside this one.'],
    ['  return', '\n\n    return'],
    ['/** Builds it. */\n', ''],
  ] as const)
    assert.equal(
      keyWith('build.ts', (text) => text.replace(from, to)),
      key,
      to,
    )
  assert.equal(keyWith('shape.ts', longer), key)
  assert.equal(keyWith('other.ts', longer), key)
  assert.equal(keyWith('data/README.md', longer), key)
})

test('a changed line of code or data builds anew, in every file that is loaded', () => {
  const keys = [
    key,
    ...(['build.ts', 'words.ts', 'worker.ts', 'late.ts', 'parts/part.ts'] as const).map((name) =>
      keyWith(name, longer),
    ),
    keyWith('words.ts', (text) => text.replace('one', 'two')),
    keyWith('data/towns.tsv', (text) => text.replace('1', '2')),
  ]
  assert.equal(new Set(keys).size, keys.length)
})
