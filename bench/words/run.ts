/**
 * `npm run bench:words -- --data FOLDER [--names FILE...] [--sentences FILE] [--out FILE]`
 * Measures what a search understands of the words people type, in the catalogue of a data folder, and writes
 * `docs/benchmarks-words.md`. `--names` are further lists whose lines end in what is typed and the MeSH term.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../../src/finder/catalogue/search/engine.ts'
import { openPlaces } from '../../src/finder/places/places.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { misunderstood, readTypedNames, shareShownInFrench } from './names.ts'
import { mentionsIn } from './mentions.ts'
import { type Line, report } from './report.ts'
import { measureSentences, readSentences } from './sentences.ts'

const here = import.meta.dirname
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    names: { type: 'string', multiple: true, default: [] },
    sentences: { type: 'string', default: join(here, 'sentences.tsv') },
    out: { type: 'string', default: join(here, '../../docs/benchmarks-words.md') },
    misses: { type: 'boolean', default: false },
  },
})
if (values.data === undefined) {
  console.error('Give --data FOLDER: a data folder with a catalogue (trialway import) and places.')
  process.exit(2)
}
writeFileSync(values.out, report(measure(values.data)))
console.log(`Written: ${values.out}`)

function measure(folder: string): readonly Line[] {
  const vocabulary = openVocabulary()
  const engine = openEngine(join(folder, 'catalogue'), vocabulary)
  const places = openPlaces(join(folder, 'places.sqlite'))
  const today = Temporal.Now.plainDateISO().toString()
  const context = { places, isTree: () => false, today, language: 'en' as const }
  const sentences = readSentences(readFileSync(values.sentences, 'utf8'))
  const results = measureSentences(sentences, engine, vocabulary, context)
  const lines: Line[] = []
  for (const language of ['en', 'fr'])
    for (const isAbout of [true, false]) {
      const some = results.filter(
        (one) => one.language === language && one.terms.length > 0 === isAbout,
      )
      const right = some.filter(({ isRight }) => isRight)
      const what = isAbout ? 'sentences about an illness' : 'sentences with nothing right to show'
      lines.push({
        what: `${what}, ${language}`,
        right: right.length,
        of: some.length,
        must: isAbout ? 0.9 : 1,
      })
      if (values.misses)
        for (const { text, having, shown } of some.filter(({ isRight }) => !isRight))
          console.log(`${having} of ${shown}: ${text}`)
    }
  for (const file of [join(here, 'lay-names.tsv'), ...values.names]) {
    const names = readTypedNames(readFileSync(file, 'utf8'))
    const missed = misunderstood(names, engine, today)
    lines.push({
      what: `names in ${basename(file)}`,
      right: names.length - missed.length,
      of: names.length,
      must: 0.93,
    })
    if (values.misses) for (const { words, term } of missed) console.log(`${words}: ${term}`)
  }
  const mentions = mentionsIn(engine, today)
  lines.push({
    what: 'mentions of illnesses that have a French name to show',
    share: shareShownInFrench(mentions),
    must: 0.9,
  })
  places.close()
  engine.close()
  return lines
}
