import { kobayashi2016Table } from '../../../src/study/protocol/clinical/kobayashi-2016-table.ts'
import {
  type ArteryGiven,
  vectorModels,
  vectorScore,
} from '../../../src/testing/clinical-vectors.ts'
import { checkProtocol, protocolFiles } from '../../../src/testing/protocol-vectors.ts'
import { readRows } from '../../../src/testing/vectors.ts'
import type { Row, Section } from '../evidence.ts'

/** All vectors of quantities, times and clinical rules, a row a function, and the Z scores of each model. */
export function section(): Section {
  return {
    title: 'Quantities, times and clinical rules',
    note: 'The values are in `src/testing/vectors`, each with its tolerance and its source. A segment that a model lacks is refused.',
    rows: [
      ...protocolFiles.flatMap((file) => checkProtocol(file).map(rowOf)),
      ...(['dallaire2011', 'mccrindle2007', 'phnLopez2017', 'kobayashi2016'] as const).map(zScores),
      {
        what: 'Kobayashi 2016, rows of the table that is shipped (boys, girls, by segment)',
        published: '42, 40; 42, 40; 42, 40; 42, 40',
        found: Object.values(kobayashi2016Table)
          .map(({ male, female }) => `${male.m.length}, ${female.m.length}`)
          .join('; '),
        source: 'Kobayashi et al, J Am Soc Echocardiogr 2016;29:794-801',
      },
    ],
  }
}

function rowOf({
  fn,
  vectors,
  sources,
  differences,
}: ReturnType<typeof checkProtocol>[number]): Row {
  const all = count(vectors)
  const isRight = vectors > 0 && differences.length === 0
  const found = isRight ? all : `differs: ${differences.join('; ')}`
  return { what: fn, published: all, found, source: sources.join('; ') }
}

function zScores(key: keyof typeof vectorModels): Row {
  const rows = readRows<ArteryGiven & Record<keyof typeof vectorModels, number>>('coronary-z')
  const equal = rows.filter((row) => {
    const score = vectorScore(vectorModels[key], row) ?? NaN
    return score.toFixed(4) === row[key].toFixed(4)
  })
  return {
    what: `Z scores of coronary arteries to four places, ${vectorModels[key]}`,
    published: count(rows.length),
    found: count(equal.length),
    source: 'published coefficients, worked out by other code',
  }
}

function count(values: number): string {
  return values === 1 ? '1 value' : `${values} values`
}
