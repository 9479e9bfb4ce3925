import type { HouseFile } from './read-house.ts'

/** Something a file declares for others. */
export interface Exported {
  readonly path: string
  readonly line: number
  readonly name: string
  readonly hasDocstring: boolean
  /** It is a function that throws itself, and its docstring does not say so. */
  readonly throwsUnsaid: boolean
}

const declaration =
  /^export (?:abstract )?(async function\*?|function\*?|const|class|interface|type|let) (\w+)/

/** What a file declares and exports, in its order; a name passed on from another file is not its own. */
export function exportsOf({ path, text }: HouseFile): readonly Exported[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const [, kind = '', name = ''] = declaration.exec(line) ?? []
    if (name === '') return []
    const docstring = docstringAbove(lines, index)
    const throws = kind.includes('function') && /^ {2,}.*\bthrow /m.test(bodyFrom(lines, index))
    return [
      {
        path,
        line: index + 1,
        name,
        hasDocstring: docstring !== '',
        throwsUnsaid: throws && !/throw|refuse/i.test(docstring),
      },
    ]
  })
}

/**
 * Names that more than one file exports. The same words in two languages are one meaning, and what only tests use
 * may be called by what it means.
 */
export function namesWithTwoMeanings(
  all: readonly Exported[],
): readonly { readonly name: string; readonly paths: readonly string[] }[] {
  const byName = Map.groupBy(
    all.filter(({ path }) => !path.startsWith('words/fr/')),
    ({ name }) => name,
  )
  return [...byName]
    .map(([name, those]) => ({ name, paths: [...new Set(those.map(({ path }) => path))] }))
    .filter(({ paths }) => paths.length > 1)
}

function docstringAbove(lines: readonly string[], index: number): string {
  if (!lines[index - 1]?.trimEnd().endsWith('*/')) return ''
  const start = lines.slice(0, index).findLastIndex((line) => line.trimStart().startsWith('/**'))
  return start < 0 ? '' : lines.slice(start, index).join('\n')
}

/** To the brace that closes the declaration, which is in the first column. */
function bodyFrom(lines: readonly string[], index: number): string {
  const end = lines.findIndex((line, at) => at >= index && line.startsWith('}'))
  return lines.slice(index, end < 0 ? undefined : end).join('\n')
}
