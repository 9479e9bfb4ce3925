import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { builtPlaces } from '../../testing/built-places.ts'
import { type Places, openPlaces } from '../places/places.ts'
import { readPlace } from './read-place.ts'
import { readSaying } from './read-saying.ts'

let places: Places
before(async () => {
  places = openPlaces(await builtPlaces())
})
after(() => places.close())

const say = (text: string, language: 'en' | 'fr' = 'en') =>
  readSaying(text, (typed) => readPlace(typed, { places, language }))
const years = (text: string) => {
  const { age } = say(text)
  return age?.age && `${age.age.value} ${age.age.unit}`
}
const town = (text: string, language: 'en' | 'fr' = 'en') =>
  say(text, language).place?.read.place.name

test('an age is read as people say it, in English and in French', () => {
  for (const [text, age] of [
    ['asthma in my 8 year old', '8 year'],
    ['my eight-year-old has asthma', '8 year'],
    ['eczema, 9 months old', '9 month'],
    ['aged 83 with a narrow valve', '83 year'],
    ['he’s 2 and allergic', '2 year'],
    ['my daughter is 24 and has lupus', '24 year'],
    ['58 y/o veteran', '58 year'],
    ['psoriasis, 34F', '34 year'],
    ['ma fille de 4 ans', '4 year'],
    ['j’ai 62 ans', '62 year'],
    ['mon bébé de 8 mois tousse', '8 month'],
    ['âgée de 71 ans', '71 year'],
    ['cardiomyopathie 41 ans', '41 year'],
  ] as const)
    assert.equal(years(text), age, text)
})

test('how long something lasts, when it happened, and two ages at once are no age', () => {
  for (const text of [
    'asthma for 8 years',
    'diagnosed 3 years ago',
    'diabète depuis 30 ans',
    'infarctus il y a six semaines',
    'traité pendant 20 ans',
    'my son is 4 and my daughter is 9',
    'grade 3 glioma',
    'within 30 miles',
    'I’m 25 weeks pregnant with high blood pressure',
    'I am 3 months post transplant',
    'I am 5 feet tall',
    'j’ai 25 ans de tabac',
    'twins aged 3 and 6',
  ])
    assert.equal(say(text).age, undefined, text)
})

test('a baby is under two, unless the person who speaks may be the one who is ill', () => {
  assert.deepEqual(say('my baby has eczema').age?.span, { least: 0, most: 730 })
  assert.deepEqual(say('mon bébé a de l’eczéma').age?.words, 'bébé')
  assert.equal(say('I have lupus and my baby is due').age, undefined)
})

test('a place is read after "near", "in", "à", and taken out of the words', () => {
  assert.equal(town('asthma near Boston'), 'Boston')
  assert.equal(town('asthma in Chicago please'), 'Chicago')
  assert.equal(say('cancer du sein à Brest', 'fr').place?.read.place.country, 'FR')
  assert.equal(town('in London, please'), 'London')
  assert.equal(town('un essai à Lyon pour l’asthme', 'fr'), 'Lyon')
  assert.equal(town('je suis suivi à Villejuif, on irait loin', 'fr'), 'Villejuif')
  assert.equal(say('asthma near Boston').left, 'asthma')
  assert.equal(say('asthma in my 8 year old near Boston').left, 'asthma in my')
})

test('what only looks like a place is none', () => {
  for (const text of [
    'pain in March',
    'started in may',
    'carcinoma in situ',
    'asthma in children',
    'what comes after ibrutinib in CLL',
    'I have ABPA and asthma',
    'grandpa and I',
    'essai en cours',
    'à jeun',
    'my husband had a heart attack',
    'my son has a fever',
    'I am a US citizen with asthma',
    'I have a reading problem',
    'ma mère est en chimio pour un cancer du sein',
    'une tumeur dans la tête',
    'in mental hospital',
  ])
    assert.equal(say(text).place, undefined, text)
})

test('"near me" asks for a place that is not said', () => {
  for (const text of ['asthma near me', 'asthme près de chez moi', 'lupus in my area'])
    assert.equal(say(text).isNearMe, true, text)
  assert.equal(say('asthma near me').left, 'asthma')
  assert.equal(say('asthma near Boston').isNearMe, false)
})

test('a search written with signs is left as it is', () => {
  for (const text of ['"asthma near Boston"', 'asthma AND near', 'asthma -near', 'asth* in Boston'])
    assert.deepEqual(say(text), { left: text, isNearMe: false })
})

test('any text is read, and nothing but an age and a place is taken out of it', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 300 }), (text) => {
      const { left } = say(text)
      assert.ok(left.length <= text.length + 4)
    }),
    { numRuns: sized(60, 1000) },
  )
})
