import {
  FactBytes,
  type FactCutter,
  type FactText,
  mostFactBytes,
  textOfBytes,
} from './fact-text.ts'

/** One fact a line (NDJSON); blank lines are nothing. Lines count from `first`. */
export function cutLines(first: number): FactCutter {
  const rest = new FactBytes()
  let line = first
  const cut = (found: FactText[]): void => {
    if (rest.length > 0) found.push(...seen(rest.take(line)))
  }
  return {
    push(chunk) {
      const found: FactText[] = []
      let from = 0
      for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
        if (rest.length === 0 && to - from <= mostFactBytes)
          found.push(...seen(textOfBytes(chunk.subarray(from, to), line)))
        else {
          rest.add(chunk, from, to)
          cut(found)
        }
        line++
        from = to + 1
      }
      rest.add(chunk, from, chunk.length)
      return found
    },
    end() {
      const found: FactText[] = []
      cut(found)
      return found
    },
  }
}

const newline = 10

/** A fact printed over many lines would be a fault on each of them: one is enough. */
function seen(found: FactText): FactText[] {
  if (found.fault) return [found]
  const text = found.text.trim()
  if (text === '{')
    return [{ line: found.line, fault: { kind: 'over several lines' }, isLast: true }]
  return text === '' ? [] : [found]
}
