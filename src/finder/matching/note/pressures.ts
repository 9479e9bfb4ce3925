/** A blood pressure's systolic or diastolic part in mm[Hg], read at characters `from` to `to`. */
export interface PressurePart {
  readonly what: 'systolicPressure' | 'diastolicPressure'
  readonly value: string
  readonly from: number
  readonly to: number
  /** A later one of the same sentence checked it: "168/104, contrôle 162/100". */
  readonly isEarlier?: true
}

/** Blood pressures: "BP 110/75", "132 over 80 mmHg", and in French in cm of mercury: "TA 13/8", "TA couchée 14/8, debout 11/6". */
export function pressuresIn(text: string): PressurePart[] {
  const found: PressurePart[] = []
  for (const match of text.matchAll(named)) {
    const rest = text.slice(match.index + match[0].length)
    const list = pairs.exec(rest)?.[0] ?? ''
    const all = [...list.matchAll(one)]
    for (const [index, pair] of all.entries()) {
      const from = match.index + match[0].length + pair.index
      const to = from + pair[0].length
      const [systolic, diastolic] = inMillimetres(pair[1] ?? '', pair[2] ?? '')
      if (!systolic || !diastolic || Number(systolic) <= Number(diastolic)) continue
      if (found.some((part) => part.from === from)) continue
      const next = list.slice(pair.index + pair[0].length, all[index + 1]?.index ?? 0)
      const time = checked.test(next) ? ({ isEarlier: true } as const) : {}
      found.push({ what: 'systolicPressure', value: systolic, from, to, ...time })
      found.push({ what: 'diastolicPressure', value: diastolic, from, to, ...time })
    }
  }
  const singles = singleIn(text)
  return found.length > 0 ? found : singles.length > 0 ? singles : unnamedIn(text)
}

/** "SBP 96", « PAS à 85 mmHg »: one of the two by its own name. */
function singleIn(text: string): PressurePart[] {
  return [...text.matchAll(single)].flatMap((match): PressurePart[] => {
    const value = match.groups?.['value'] ?? ''
    if (Number(value) < 30 || Number(value) > 280) return []
    const isLower = /^(?:DBP|PAD|dia)/i.test(match[0])
    const what = isLower ? 'diastolicPressure' : 'systolicPressure'
    const to = match.index + match[0].length
    return [{ what, value, from: to - value.length, to }]
  })
}

const single =
  /(?<![\p{L}\d])(?:[SD]BP|PA[SD](?= ?[:=àa\d])|(?:systolic|diastolic)(?: (?:blood )?pressure| BP)?|(?:pression|tension|PA|TA) (?:art[ée]rielle )?(?:systolique|diastolique)|(?:systolique|diastolique)(?= [àa\d]))\s?(?:[:=]\s?|(?:is|was|of|at|around|now|à|a|de|est|environ)\s){0,2}(?<value>\d{2,3})(?![\d/]|\s?[/%-]|[.,]\d| ?(?:mg|ml|years?|ans))/giu

/** What leads from a value to the one that counts. */
const checked = /contr[ôo]l|puis|->|→|apr[èe]s repos|then|recheck|repeat/i

/** A pair with its unit needs no name: "HTA gravidique : 150/95 mmHg". */
function unnamedIn(text: string): PressurePart[] {
  return [...text.matchAll(withUnit)].flatMap((match): PressurePart[] => {
    const [from, to] = [match.index, match.index + match[0].length]
    const [systolic, diastolic] = inMillimetres(
      match[1] ?? match[3] ?? '',
      match[2] ?? match[4] ?? '',
    )
    if (!systolic || !diastolic || Number(systolic) <= Number(diastolic)) return []
    return [
      { what: 'systolicPressure', value: systolic, from, to },
      { what: 'diastolicPressure', value: diastolic, from, to },
    ]
  })
}

const withUnit =
  /(?<=(?<!\p{L})(?:HTN|HTA|hypertension|normotensi\p{L}+)(?!\p{L})[^.;\d]{0,24})(?<![\d/.,])(\d{2,3})\s?\/\s?(\d{2,3})(?![\d/]|\s?(?:m?c?g|µg)(?!\p{L}))|(?<![\d/.,])(\d{2,3})\s?\/\s?(\d{2,3})\s?mm ?hg(?!\p{L})/giu

const named =
  /(?<![\p{L}\d])(?:BP|blood pressures?|pressure|TA|PA|tension(?: art[ée]rielle)?|pression art[ée]rielle)(?![\p{L}])/giu
/** A pair, and further ones taken lying, sitting, standing. */
const pairs =
  /^[^\d;.]{0,24}\d{1,3}(?:[.,]\d)?\s?(?:\/|over|-)\s?\d{1,3}(?:[.,]\d)?(?:\s?(?:mm|cm)?\s?hg)?(?:[^\d;.]{1,20}\d{2,3}\s?\/\s?\d{1,3}(?![\d/]))*/i
const one = /(?<![\d/])(\d{1,3}(?:[.,]\d)?)\s?(?:\/|over|-)\s?(\d{1,3}(?:[.,]\d)?)(?![\d/])/gi

/** Two small numbers are centimetres of mercury, as French notes write them. Rule `cm-of-mercury@1`. */
function inMillimetres(systolic: string, diastolic: string): [string?, string?] {
  const [high, low] = [Number(systolic.replace(',', '.')), Number(diastolic.replace(',', '.'))]
  if (high >= 5 && high <= 30 && low >= 2 && low <= 18) return [String(high * 10), String(low * 10)]
  if (high < 40 || high > 300 || low < 15 || low > 200) return []
  return [String(high), String(low)]
}
