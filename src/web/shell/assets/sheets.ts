import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The sheets that pages load beside `site.css`, and what stands in each: what only these pages show. A file may stand in
 * more than one. What stands in none of them is in `site.css`, which every page loads.
 */
const apart = {
  home: ['home.css'],
  find: [
    'search.css',
    'parts/asked.css',
    'parts/chip.css',
    'parts/filter-group.css',
    'parts/hit.css',
    'parts/hit-facts.css',
    'parts/map.css',
    'parts/pagination.css',
    'parts/tray.css',
  ],
  categories: ['categories.css'],
  study: [
    'study.css',
    'parts/answer.css',
    'parts/bars.css',
    'parts/hit-facts.css',
    'parts/map.css',
    'parts/marks.css',
  ],
  check: ['check.css', 'parts/ask.css', 'parts/tiles.css', 'parts/verdict.css'],
  list: ['compare.css'],
  alerts: ['alerts.css'],
  developers: ['developers.css'],
  desk: [
    'desk/admin.css',
    'desk/claims.css',
    'desk/trail.css',
    'desk/protocol.css',
    'desk/try-protocol.css',
    'parts/derivation.css',
    'parts/marks.css',
  ],
  connect: ['connect.css', 'parts/ask.css', 'parts/tiles.css'],
  queue: [
    'desk/queue.css',
    'desk/today.css',
    'desk/dose.css',
    'desk/enquiry.css',
    'desk/run-study.css',
    'parts/chip.css',
    'parts/marks.css',
    'parts/pagination.css',
    'parts/tag.css',
  ],
  participant: ['desk/participant.css', 'parts/derivation.css'],
} as const

/** A sheet that some pages load beside the one of every page. */
export type Sheet = keyof typeof apart

/** Every sheet by its file's name, ready to send. `folder` is that of the styles. */
export function styleSheets(folder: string): ReadonlyMap<string, string> {
  const others = new Set<string>(Object.values(apart).flat())
  const all = globSync('**/*.css', { cwd: folder }).filter((name) => !others.has(name))
  const made = new Map([['site.css', joined(folder, all)]])
  for (const [name, files] of Object.entries(apart)) made.set(`${name}.css`, joined(folder, files))
  return made
}

/** `layers.css` says the order of the layers, so the order of the rest does not matter. */
function joined(folder: string, names: readonly string[]): string {
  const rest = names.filter((name) => name !== 'layers.css').toSorted()
  return ['layers.css', ...rest]
    .map((name) => withoutSpace(readFileSync(join(folder, name), 'utf8')))
    .join('')
}

/** A sheet without its comments and the spaces that only people read. */
function withoutSpace(sheet: string): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replaceAll(';}', '}')
}
