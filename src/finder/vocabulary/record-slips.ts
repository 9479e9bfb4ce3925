import { openDrugs } from './drugs.ts'

/**
 * Whether a record's title names another medicine than the one that is listed as tried, and of nearly the same letters:
 * "Creatinine" tried, "creatine" in the title. One of both is a slip, and nobody but the study's team can tell which.
 */
export function isSlip(tried: string, title: string): boolean {
  const name = tried.trim().toLowerCase()
  if (!oneWord.test(name) || !title.toLowerCase().includes(name.slice(0, sameStart))) return false
  const own = medicinesIn(tried)
  const named = medicinesIn(title)
  if (own.length === 0 || named.some(({ index }) => own.some((one) => one.index === index)))
    return false
  return named.some(({ written }) => isNear(written.toLowerCase(), name))
}

const oneWord = /^\p{L}{6,}$/u
const sameStart = 6

function medicinesIn(text: string): readonly { index: number; written: string }[] {
  return openDrugs()
    .inText(text)
    .flatMap(({ start, end, drugs }) =>
      drugs.map(({ index }) => ({ index, written: text.slice(start, end) })),
    )
}

/** One is the other with at most two letters put in. */
function isNear(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].toSorted((a, b) => a.length - b.length)
  const places = Array.from({ length: short.length + 1 }, (_, at) => at)
  return (
    long.length - short.length <= 2 &&
    places.some((at) => long.startsWith(short.slice(0, at)) && long.endsWith(short.slice(at)))
  )
}
