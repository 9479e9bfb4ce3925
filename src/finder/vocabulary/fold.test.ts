import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { fold, placedTokens, tokens } from './fold.ts'

/** Spellings of the same words: each row must give the same tokens throughout. */
const same: readonly (readonly string[])[] = [
  ['Sjögren', 'Sjogren', 'SJÖGREN', 'Sjo\u0308gren'],
  ['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
  ['IL-1β', 'IL-1beta', 'IL-1 beta', 'il 1 beta', 'IL1β', 'IL-1\u03b2', 'il-1BETA'],
  ['TNFα', 'TNF-α', 'TNF-alpha', 'tnf alpha', 'TNFalpha'],
  ['α1-antitrypsin', 'alpha-1 antitrypsin', 'alpha1-antitrypsin'],
  ['HER2', 'HER-2', 'her 2'],
  ['COVID-19', 'covid19', 'Covid 19'],
  ['ﬁbrosis', 'fibrosis'],
  ['oedema', 'edema', 'œdema'],
  ['haemophilia', 'hemophilia'],
  ['paediatric', 'pediatric', 'pædiatric'],
  ['tumour', 'tumor', 'tumours', 'Tumors'],
  ['randomised', 'randomized'],
  ['randomisation', 'randomization'],
  ['centre', 'center', 'centres'],
  ['multicentre', 'multicenter'],
  ['oestrogen', 'estrogen'],
  ['oesophageal', 'esophageal'],
  ['gastro-oesophageal', 'gastro-esophageal'],
  ['diarrhoea', 'diarrhea'],
  ['dyspnoea', 'dyspnea'],
  ['leukaemia', 'leukemia', 'leukaemias'],
  ['leucocyte', 'leukocyte'],
  ['anaesthesia', 'anesthesia'],
  ['ischaemic', 'ischemic'],
  ['foetal', 'fetal'],
  ['foetuses', 'fetus'],
  ['coeliac', 'celiac'],
  ['behaviour', 'behavior'],
  ['behavioural', 'behavioral'],
  ['colour', 'color'],
  ['labelled', 'labeled'],
  ['ageing', 'aging'],
  ['analysed', 'analyzed'],
  ['enrolment', 'enrollment'],
  ['sulphonamide', 'sulfonamide'],
  ['fibre', 'fiber'],
  ['programme', 'program'],
  ['herniated disk', 'herniated disc'],
  ['trials', 'trial'],
  ['studies', 'study'],
  ['diagnoses', 'diagnosis'],
  ['metastases', 'metastasis'],
  ['prostheses', 'prosthesis'],
  ['stenoses', 'stenosis'],
  ['psychoses', 'psychosis'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['biopsies', 'biopsy'],
  ['viruses', 'virus'],
  ['headaches', 'headache'],
  ['doses', 'dose'],
  ['purposes', 'purpose'],
  ['phases', 'phase'],
  ['cases', 'case'],
  ['diseases', 'disease'],
  ['exercises', 'exercise'],
  ['surprises', 'surprise'],
  ['poems', 'poem'],
  ['children', 'child'],
  ["Crohn's disease", 'Crohn disease', 'Crohns disease', 'Crohn’s disease'],
  ['maladies', 'maladie'],
  ['grossesses', 'grossesse'],
  ['ＣＯＰＤ', 'COPD'],
  ['ガ', 'カ\u3099'],
]

for (const forms of same)
  test(`${forms[0]} is found in every spelling`, () => {
    for (const form of forms) assert.deepEqual(tokens(form), tokens(forms[0] ?? ''), form)
  })

test('words that only look alike stay apart', () => {
  const pairs = ['four for', 'hour hor', 'our or', 'does dose', 'pour por', 'diabetes diabetic']
  for (const pair of pairs) {
    const [one, other] = tokens(pair)
    assert.notEqual(one, other, pair)
  }
})

test('everyday words keep their form', () => {
  const words =
    'poem aerobic four hour our disease diagnosis analysis series exercise surprise raise'
  assert.deepEqual(tokens(words), words.split(' '))
})

test('numbers and ids stay whole', () => {
  assert.deepEqual(tokens('NCT02390596, HbA1c 7.5%'), ['nct02390596', 'hba1c', '7', '5'])
})

test('scripts without spaces are read in pairs, others in words', () => {
  assert.deepEqual(tokens('川崎病'), ['川崎', '崎病'])
  assert.deepEqual(tokens('病'), ['病'])
  assert.deepEqual(tokens('مرض كاواساكي'), ['مرض', 'كاواساكي'])
  assert.deepEqual(tokens('가와사키병'), ['가와사키병'])
  assert.deepEqual(tokens('ΚΑΡΚΊΝΟΣ'), tokens('καρκίνος'))
})

test('dashes and signs outside ASCII part words', () => {
  assert.deepEqual(tokens('patients—aged ≥18…'), ['patient', 'aged', '18'])
})

test('folding keeps the words and takes the accents', () => {
  assert.equal(fold('Le Kremlin-Bicêtre'), 'le kremlin-bicetre')
  assert.equal(fold('Łódź, Århus, Straße'), 'lodz, arhus, strasse')
})

test('places point at the words they came from', () => {
  const text = 'Anakinra (IL-1β) in Kawasaki’s disease'
  const { words, starts, ends } = placedTokens(text)
  assert.deepEqual(words, tokens(text))
  const at = words.indexOf('beta')
  assert.equal(text.slice(starts[at], ends[at]), '1β')
})

test('no text is too strange', () => {
  const strange = [
    '👍🏽',
    '\u0000',
    '\u202e abc',
    '\ud800',
    'x\udfff',
    '\u0301',
    'ﷺ',
    '',
    'alpha'.repeat(100_000),
  ]
  for (const text of strange) assert.doesNotThrow(() => tokens(text))
  fc.assert(
    fc.property(anyText(), (text) => {
      const { words, starts, ends } = placedTokens(text)
      assert.deepEqual(words, tokens(text))
      assert.equal(starts.length, words.length)
      assert.ok(words.every((word) => word !== ''))
      assert.ok(ends.every((end, index) => end > (starts[index] ?? 0) && end <= text.length))
    }),
  )
})

test('capitals never matter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9 '-]{0,40}$/), (text) => {
      assert.deepEqual(tokens(text.toUpperCase()), tokens(text))
    }),
  )
})

test('what is remembered about a word does not change what is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.deepEqual(tokens(text), tokens(text))
    }),
  )
})
