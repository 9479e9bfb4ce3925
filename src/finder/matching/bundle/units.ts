import { dimensionOf, readUnit } from '../../eligibility/ucum.ts'

/** A unit as the criteria language knows it, by its code or as it is written; undefined for one that is not known. */
export function knownUnit(...written: readonly (string | undefined)[]): string | undefined {
  for (const one of written) {
    const unit = one === undefined ? undefined : unitOf(one.trim())
    if (unit !== undefined) return unit
  }
  return undefined
}

function unitOf(written: string): string | undefined {
  if (written === '' || written.length > longest) return undefined
  if (dimensionOf(written)) return written
  const plain = written
    .replace(/\s+/g, '')
    .replace(/[μµ]/g, 'u')
    .replace(/^mcg/i, 'ug')
    .replace(/\/(d|m|u)?l$/i, (_, part: string | undefined) => `/${part?.toLowerCase() ?? ''}L`)
  const same = spellings.get(plain.toLowerCase())
  if (same) return same
  const bare = plain.replace(/\{[^{}]*\}$/, '')
  for (const one of [plain, bare]) if (one !== '' && dimensionOf(one)) return one
  const bareSame = spellings.get(bare.toLowerCase())
  if (bareSame) return bareSame
  // `g/L` in any case is grams, and only a capital G is a thousand million.
  if (/^g\/l$/i.test(plain)) return plain.startsWith('G') ? '10*9/L' : 'g/L'
  const read = readUnit(` ${written.replace(/[{}]/g, '')}`)
  return read && read.length >= written.replace(/[{}]/g, '').length ? read.unit : undefined
}

const longest = 40

/** Other spellings, in lower case: UCUM's own, and those of laboratories. */
const spellings: ReadonlyMap<string, string> = new Map(
  `10*3/uL 10*3/ul 10*3/mm3 10^3/ul x10^3/ul x10*3/ul x10e3/ul 10e3/ul k/ul k/mm3 thou/ul thousand/ul th/mm3 10*3.l-1
10*9/L 10*9/l 10^9/l x10^9/l 10e9/l x10e9/l gi/l giga/l
/uL /ul {cells}/ul cells/ul cell/ul /mm3 cells/mm3
/min {beats}/min beats/min beats/minute beat/min {beats}/minute bpm {breaths}/min breaths/min
[degF] [degf] degf f °f
Cel cel degc c °c
[lb_av] [lb_av] lb lbs
[in_i] [in_i] [in_us] in inches
kg/m2 kg/m2 kg/m^2 kg/m² kg.m-2
U/L u/l iu/l [iu]/l ui/l
meq/L meq/l
mm/h mm/h mm/hr mm/1h
mm[Hg] mm[hg] mmhg
1 1 {score} {inr} {ratio} {grade} inr ratio score
% % percent
mL/min/{1.73_m2} ml/min/{1.73_m2} ml/min/1.73m2 ml/min/{1.73m2} ml/min/1.73_m2 ml/min/{1.73.m2} ml/min/1.73.m2 ml/min/1.73m^2 ml/min/1.73m² ml/min/[1.73_m2] ml/min/{bsa} ml/min/1.73sqm ml/min/1.73sq.m`
    .split('\n')
    .flatMap((line) => {
      const [unit = '', ...others] = line.split(' ')
      return others.map((other): [string, string] => [other, unit])
    }),
)
