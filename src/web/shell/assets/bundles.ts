/** Module text by the module's name, as `search-box`. */
export type ModuleText = (name: string) => string | undefined

/**
 * Some of the browser's modules as one file, each once and after those it imports, so that a page asks for its scripts
 * once. What a module imports while it runs stays a file of its own. Undefined where one of them does not exist.
 */
export function bundleOf(names: readonly string[], textOf: ModuleText): string | undefined {
  const parts = new Map<string, string>()
  return names.every((name) => addPart(parts, name, textOf))
    ? [...parts.values()].join('')
    : undefined
}

function addPart(parts: Map<string, string>, name: string, textOf: ModuleText): boolean {
  if (parts.has(name)) return true
  const text = textOf(name)
  if (text === undefined) return false
  const inner = text.replace(importLine, (_, what: string, from: string) => {
    addPart(parts, from, textOf)
    return `const {${what}}=${variableOf(from)};`
  })
  const given = [...inner.matchAll(exportWord)].map(([, , what]) => what)
  const body = inner.replace(exportWord, '$1 $2')
  parts.set(name, `const ${variableOf(name)}=(()=>{${body}\nreturn{${given.join()}}})();\n`)
  return true
}

const importLine = /^import \{([\w\s,]+)\} from '\.\/([\w-]+)\.ts'$/gm
const exportWord = /^export ((?:async )?function|class|const) (\w+)/gm

function variableOf(name: string): string {
  return `_${name.replaceAll('-', '_')}`
}

/** A module without its comments and the spaces that only people read. */
export function withoutNotes(text: string): string {
  return text
    .replace(/^\s*\/\*\*.*?\*\/$/gms, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}
