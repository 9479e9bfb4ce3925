/**
 * `npm run bench:words -- --data FOLDER [--names FILE...] [--sentences FILE] [--misses] [--out FILE]`
 * Measures what a search understands of the words people type, in the catalogue of a data folder, and writes
 * `docs/benchmarks-words.md`. `--names` are further lists whose lines end in what is typed and the MeSH term; `--misses`
 * prints what was not understood.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Engine, openEngine } from '../../src/finder/catalogue/search/engine.ts'
import { type Places, openPlaces } from '../../src/finder/places/places.ts'
import type { Vocabulary } from '../../src/finder/vocabulary/concept.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { drugTypos, measureDrugNames, measureDrugTypos } from './drugs.ts'
import { measureExact } from './exact.ts'
import { allStudies, mentionsIn } from './mentions.ts'
import {
  illnessTypos,
  misunderstood,
  readTypedNames,
  shareShownInFrench,
  unlikeWithErrors,
} from './names.ts'
import { measureOrder } from './order.ts'
import { type Line, report } from './report.ts'
import { measureSentences, readSentences } from './sentences.ts'
import { measureTold, readToldSentences } from './said.ts'
import { measureTownTypos } from './towns.ts'

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
const today = Temporal.Now.plainDateISO().toString()
const seed = 45
writeFileSync(values.out, report(measure(values.data)))
console.log(`Written: ${values.out}`)

function measure(folder: string): readonly Line[] {
  const vocabulary = openVocabulary()
  const engine = openEngine(join(folder, 'catalogue'), vocabulary)
  const places = openPlaces(join(folder, 'places.sqlite'))
  const lines = [
    ...sentenceLines(engine, places, vocabulary),
    heldLine(engine, places, vocabulary),
    ...toldLines(engine, places, vocabulary),
    orderLine(engine, places, vocabulary),
    ...nameLines(engine),
    ...drugLines(engine),
    ...typoLines(engine, places),
    exactLine(engine),
  ]
  places.close()
  engine.close()
  return lines
}

function sentenceLines(engine: Engine, places: Places, vocabulary: Vocabulary): Line[] {
  const context = { places, isTree: () => false, today, language: 'en' as const }
  const sentences = readSentences(readFileSync(values.sentences, 'utf8'))
  const results = measureSentences(sentences, engine, vocabulary, context)
  return ['en', 'fr'].flatMap((language) =>
    [true, false].map((isAbout): Line => {
      const some = results.filter((one) => one.language === language && one.isHeld === isAbout)
      const wrong = some.filter(({ isRight }) => !isRight)
      for (const { text, having, shown } of wrong) missed(`${having} of ${shown}: ${text}`)
      const what = isAbout ? 'sentences about an illness' : 'sentences with nothing right to show'
      return {
        what: `${what}, ${language}`,
        right: some.length - wrong.length,
        of: some.length,
        must: isAbout ? 0.9 : 1,
      }
    }),
  )
}

/** Sentences of which the wrong ones are never printed, so that the code is not made better on them. */
function heldLine(engine: Engine, places: Places, vocabulary: Vocabulary): Line {
  const context = { places, isTree: () => false, today, language: 'en' as const }
  const sentences = readSentences(readFileSync(join(here, 'sentences-held.tsv'), 'utf8'))
  const results = measureSentences(sentences, engine, vocabulary, context)
  const right = results.filter(({ isRight }) => isRight).length
  const what = 'sentences kept apart, both languages'
  return { what, right, of: results.length, must: 0.9 }
}

/** Sentences that also say whom and where they are about: those that were looked at, and those that are only counted. */
function toldLines(engine: Engine, places: Places, vocabulary: Vocabulary): Line[] {
  return [
    ['written later, looked at', 'sentences-later.tsv'],
    ['written later, kept apart', 'sentences-later-held.tsv'],
  ].flatMap(([which = '', file = '']): Line[] => {
    const sentences = readToldSentences(readFileSync(join(here, file), 'utf8'))
    const results = measureTold(sentences, { engine, places, vocabulary, today })
    if (!file.includes('held'))
      for (const { text, isAbout, isTold } of results)
        if (!isAbout || !isTold) missed(`${isAbout ? 'whom or where' : 'illness'}: ${text}`)
    const line = (what: string, right: number): Line => ({
      what: `sentences ${which}: ${what}`,
      right,
      of: results.length,
      must: 0.9,
    })
    return [
      line('the illness', results.filter(({ isAbout }) => isAbout).length),
      line('age, sex and place', results.filter(({ isTold }) => isTold).length),
    ]
  })
}

function orderLine(engine: Engine, places: Places, vocabulary: Vocabulary): Line {
  const context = { places, isTree: () => false, today, language: 'en' as const }
  const { searches, share } = measureOrder(engine, vocabulary, context)
  const what = `first five of ${searches} searches: studies of the illness asked for alone`
  return { what, share, must: 0.6 }
}

function nameLines(engine: Engine): Line[] {
  const lists = [join(here, 'lay-names.tsv'), ...values.names].map((file): Line => {
    const names = readTypedNames(readFileSync(file, 'utf8'))
    const wrong = misunderstood(names, engine, today)
    for (const { words, term } of wrong) missed(`${words}: ${term}`)
    return {
      what: `names in ${basename(file)}`,
      right: names.length - wrong.length,
      of: names.length,
      must: 0.93,
    }
  })
  const what = 'mentions of illnesses that have a French name to show'
  return [...lists, { what, share: shareShownInFrench(mentionsIn(engine, today)), must: 0.9 }]
}

function drugLines(engine: Engine): Line[] {
  const rows = readFileSync(join(here, 'drug-pairs.tsv'), 'utf8').trimEnd().split('\n').slice(1)
  const pairs = rows.map((row): [string, string] => {
    const [one = '', other = ''] = row.split('\t')
    return [one, other]
  })
  const { names, good, weak } = measureDrugNames(pairs, findsIn(engine))
  for (const { name, recall, precision } of weak) missed(`${name}: ${recall} / ${precision}`)
  return [
    {
      what: 'names of medicines with the studies of all names',
      right: good,
      of: names,
      must: 0.97,
    },
  ]
}

function typoLines(engine: Engine, places: Places): Line[] {
  const finds = findsIn(engine)
  const rows = readFileSync(join(here, 'drug-pairs.tsv'), 'utf8').trimEnd().split('\n').slice(1)
  const held = rows.flatMap((row) => row.split('\t')).filter((name) => finds(name).size > 0)
  const drugs = measureDrugTypos(drugTypos(held, seed), finds)
  const towns = measureTownTypos(places, seed)
  const illnesses = illnessTypos([...mentionsIn(engine, today).keys()], seed)
  const { asked, unlike } = unlikeWithErrors(illnesses, engine, today)
  for (const { typed, meant } of drugs.missed) missed(`${typed}: ${meant}`)
  for (const { words, meant } of unlike) missed(`${words}: ${meant}`)
  return [
    {
      what: 'one typing error in the name of an illness',
      right: asked - unlike.length,
      of: asked,
      must: 0.98,
    },
    {
      what: 'one typing error in the name of a medicine',
      right: drugs.good,
      of: drugs.all,
      must: 0.9,
    },
    {
      what: 'one typing error in the name of a town',
      right: towns.found,
      of: towns.asked,
      must: 0.9,
    },
  ]
}

function exactLine(engine: Engine): Line {
  const { asked, equal, named } = measureExact({ engine, studies: allStudies(engine, today) })
  return {
    what: `generated questions that find what SQLite or a naive reading finds, but for ${named} phrases that decision 0007 names`,
    right: equal,
    of: asked - named,
    must: 1,
  }
}

function findsIn(engine: Engine): (words: string) => ReadonlySet<string> {
  return (words) => {
    const { hits } = engine.search({ q: words, today, pageSize: 1000 })
    return new Set(hits.map(({ nctId }) => nctId))
  }
}

function missed(line: string): void {
  if (values.misses) console.log(line)
}
