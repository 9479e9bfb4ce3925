import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { builtPlaces } from '../../testing/built-places.ts'
import { nearCity } from '../places/near-cities.ts'
import { type Places, openPlaces } from '../places/places.ts'
import { isOwnSaidPlace, readPlace } from './read-place.ts'
import { readSaying } from './read-saying.ts'
import { isSaidOfOther } from './said-sex.ts'

let places: Places
before(async () => {
  places = openPlaces(await builtPlaces())
})
after(() => places.close())

const say = (text: string, language: 'en' | 'fr' = 'en') =>
  readSaying(text, {
    findPlace: (typed, asWritten) =>
      readPlace(typed, { places, language, asWritten: asWritten === true }),
    isOwn: (place) => isOwnSaidPlace(place, language),
    nearCity: (typed) => nearCity(typed, language),
    language,
    today: '2026-11-29',
  })
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
    ['my son of 4 has kawasaki', '4 year'],
    ['daughter 3 and a half with nephrosis', '3 year'],
    ['18 months old, 1.5 year old', '18 month'],
    ['my dad 71 has lung cancer', '71 year'],
    ['sixty-two year old woman with lupus', '62 year'],
    ['enlarged prostate, 68', '68 year'],
    ['51M glioblastoma', '51 year'],
    ['knee arthritis, 64 female', '64 year'],
    ['ma fille d’un an et demi', '18 month'],
    ['mon père, soixante-douze ans, parkinson', '72 year'],
    ['ma mère 81 ans alzheimer', '81 year'],
    ['glioblastome chez un homme de 61 ans après radiothérapie', '61 year'],
    ['a woman of 48 years after surgery', '48 year'],
    ['a woman 3 years after surgery', undefined],
    ['un homme 3 ans après une greffe', undefined],
    ['my father in law 72 has gout', '72 year'],
    ['lung cancer, pembrolizumab stopped working, 66 yrs, Chicago', '66 year'],
    ['breast cancer, remission, 5 years, Chicago', undefined],
    ['my grandaughter 6 has leukemia', '6 year'],
    ['maladie de crohn 19 ans Lyon', '19 year'],
    ['mucoviscidose depuis 12 ans Lyon', undefined],
    ['lenvatinib ne marche plus 61 ans', '61 year'],
    ['my eldest, 16, has anorexia', '16 year'],
    ['lymphome non hodgkinien 70 ans', '70 year'],
    ['relapse, 31, after a transplant', '31 year'],
    ['shes 3 got neuroblastoma', '3 year'],
    ['my lad 11 has sickle cell', '11 year'],
    ['nephew with batten disease, 5, near Durham', '5 year'],
    ['my son had 3 courses of methotrexate, 5, and rituximab', undefined],
    ['asthma kid 8 lives near Leeds', '8 year'],
    ['mon bebe de 5 moi a la mucoviscidose', '5 month'],
    ['mon fils autiste de 7 ans non verbal', '7 year'],
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
    'diagnosed at 36',
    '18F-FDG PET for lymphoma',
    '16F catheter',
    'my wife 20 migraines a month',
    'covid 19',
    'trisomy 21',
    'my husband 30 pack years',
    'née à 27 semaines',
    'twin sister came at 29 weeks',
  ])
    assert.equal(say(text).age, undefined, text)
})

test('how far a pregnancy was when a child was born is no age of the child', () => {
  for (const [text, age] of [
    ['my premature baby born at 27 weeks', 'baby'],
    ['mon bébé né trop tôt à 7 mois, bronchiolite', 'bébé'],
    ['our daughter was delivered early at 31 weeks', undefined],
    ['my son is 4, born at 26 weeks', '4'],
    ['my baby has reflux at 12 weeks', '12 weeks'],
  ] as const)
    assert.equal(say(text).age?.words, age, text)
})

test('who was born in a year may have two ages, and who was born on a day has one', () => {
  const born = say('born in 2019, cystic fibrosis').age
  assert.deepEqual([born?.words, born?.age, born?.box], ['born in 2019', undefined, '7 year'])
  assert.ok(born && born.span.least > 6 * 365 && born.span.most < 8 * 365)
  const day = say('mucoviscidose, née le 3 mai 2019').age
  assert.equal(day?.span.least, day?.span.most)
  assert.equal(say('born in 2031').age, undefined)
  assert.equal(say('né à 27 semaines').age, undefined)
})

test('the sex of who is ill is read, and of nobody else', () => {
  for (const [text, sex] of [
    ['I’m 62F with lupus', 'FEMALE'],
    ['my son has asthma', 'MALE'],
    ['ma fille a de l’asthme', 'FEMALE'],
    ['homme 67 ans, prostate', 'MALE'],
    ['my child has asthma, he is 4', 'MALE'],
    ['30 weeks pregnant', 'FEMALE'],
    ['I have a daughter with asthma', 'FEMALE'],
    ['my daughters eczema is terrible', 'FEMALE'],
    ['my daughters have eczema', undefined],
    ['adolescente de 15 ans', 'FEMALE'],
    ['I have asthma and my son worries', undefined],
    ['my son and my daughter have asthma', undefined],
    ['my mother died of cancer', undefined],
    ['asthma runs in the family of my wife', undefined],
    ['asthma in children', undefined],
    ['22F catheter', undefined],
  ] as const)
    assert.equal(say(text).sex?.sex, sex, text)
})

test('whose illness it is may stand first, without an apostrophe', () => {
  assert.equal(say('sons peanut allergy').sex?.sex, 'MALE')
  assert.equal(say('daughters asthma').sex?.sex, 'FEMALE')
  assert.equal(say('asthma so bad he can’t play').sex?.sex, 'MALE')
  assert.equal(say('asthma, my doctor says he can’t help').sex, undefined)
  assert.equal(say('overactive bladder in women').sex?.sex, 'FEMALE')
  assert.equal(say('hodgkin 30 ans h', 'fr').sex?.sex, 'MALE')
})

test('a number before a town is its department’s in French, and a code of a state belongs to its town', () => {
  const nantes = say('myélome, 44 nantes', 'fr')
  assert.equal(nantes.age, undefined)
  assert.equal(nantes.place?.read.place.name, 'Nantes')
  assert.equal(say('asthma in tampa fl').place?.words, 'in tampa fl')
  assert.equal(town('asthma pittsburgh pa'), 'Pittsburgh')
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

test('a distance is read with the place it is around', () => {
  const far = (text: string) => {
    const { place } = say(text, 'fr')
    return place && [place.read.place.name, place.distance]
  }
  assert.deepEqual(far('sclérose en plaques à moins de 50 km de Lille'), ['Lille', '50 km'])
  assert.deepEqual(far('melanoma within 100 miles of Chicago'), ['Chicago', '100 miles'])
  assert.deepEqual(far('asthme dans un rayon de 30 km autour de Lyon'), ['Lyon', '30 km'])
})

test('a well-known place at the end is one without a word before it, and its state belongs to it', () => {
  assert.equal(town('heart failure Chicago'), 'Chicago')
  assert.equal(town('peanut allergy Chicago area'), 'Chicago')
  assert.equal(say('anything for ALS near Boston MA').left, 'anything for ALS')
  assert.equal(town('asthme Toulouse', 'fr'), 'Toulouse')
  assert.equal(town('cancer de la prostate dans le 93', 'fr'), 'Seine-Saint-Denis')
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
    'virus de Marburg',
    'pied bot nice',
    'dans le 93e jour',
    'maladie de Parkinson',
    'on dialysis in the 90s',
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

test('a city whose name has a small word, or begins like another, is the one that is meant', () => {
  for (const [text, name] of [
    ['asthma, New York', 'New York City'],
    ['asthma new york', 'New York City'],
    ['asthma in New York', 'New York City'],
    ['asthma, San Diego', 'San Diego'],
    ['asthma in Rio de Janeiro', 'Rio de Janeiro'],
    ['asthma in Mexico City', 'Mexico City'],
    ['asthma in Kansas City', 'Kansas City'],
    ['asthma in Salt Lake City', 'Salt Lake City'],
    ['asthma in Saint Louis', 'St. Louis'],
    ['asthma in Nice, France', 'Nice'],
  ] as const) {
    assert.equal(town(text), name, text)
    assert.equal(say(text).left, 'asthma', text)
  }
  for (const text of ['asthme à Nice', 'asthme à nice', 'asthme, Nice', 'asthme près de Nice'])
    assert.equal(town(text, 'fr'), 'Nice', text)
  for (const text of [
    'asthma, it would be nice',
    'asthma in nice weather',
    'anything nice for asthma',
  ])
    assert.equal(town(text), undefined, text)
})

test('a town is told by the state or country behind it, and the reader’s own small towns where they stand apart', () => {
  for (const [text, name, language] of [
    ['Portland maine crohns disease', 'Portland', 'en'],
    ['perth scotland ms', 'Perth', 'en'],
    ['asthma, Washington DC', 'Washington', 'en'],
    ['asthma in Newcastle', 'Newcastle upon Tyne', 'en'],
    ['asthme à Pau', 'Pau', 'fr'],
    ['asthme a pau', 'Pau', 'fr'],
    ['lupus chez ma nièce 13 ans Sète', 'Sète', 'fr'],
    ['asthme à Londres', 'London', 'fr'],
    ['bronchiolite, bébé de 3 mois, la Réunion', 'RE', 'fr'],
    ['Aberdeen, my brother has gout', 'Aberdeen', 'en'],
    ['bipolar, wellington new zealand', 'Wellington', 'en'],
    ['cancer de la vessie, Dax', 'Dax', 'fr'],
    ['Nancy, 34 ans, endométriose', undefined, 'fr'],
    ['my son, Jackson, has asthma', undefined, 'en'],
    ['lupus missouri', 'Missouri', 'en'],
    ['my mother has Huntington', undefined, 'en'],
    ['elle a mal à la tête', undefined, 'fr'],
  ] as const)
    assert.equal(town(text, language), name, text)
})

test('of towns of one name the reader’s own is taken, or one where studies are many; where another is known it is unsure', () => {
  const read = (text: string, language: 'en' | 'fr') => {
    const found = say(text, language).place?.read
    return found?.kind === 'found' ? [found.place.country, found.isSure] : undefined
  }
  assert.deepEqual(read('asthma near Brest', 'en'), ['FR', false])
  assert.deepEqual(read('asthme près de Cambridge', 'fr'), ['GB', false])
  assert.deepEqual(read('asthma near Newcastle', 'en'), ['GB', false])
  assert.deepEqual(read('asthma in Panama City', 'en'), ['US', false])
  assert.deepEqual(read('asthme à Metz', 'fr'), ['FR', true])
})

test('an age in brackets, before a word for the person or last is read', () => {
  for (const [text, age] of [
    ['teen (16) with acne', '16 year'],
    ['mon fils (8 ans) asthme', '8 year'],
    ['psoriatic arthritis, 51 f', '51 year'],
    ['mucoviscidose 17 ans garçon', '17 year'],
    ['infantile spasms, 9 mo', '9 month'],
    ['he has prostate cancer 58', '58 year'],
    ['granddaughter 11 epilepsy', '11 year'],
    ['grandad 81 parkinsons', '81 year'],
    ['stepson 9 ADHD', '9 year'],
    ['husband 70 parkinsons', '70 year'],
    ['he takes humira 40', undefined],
    ['fatigue, 9 months', undefined],
    ['my son 2 seizures a day', undefined],
  ] as const)
    assert.equal(years(text), age, text)
})

test('the sex is that of who is spoken of, and not of their mother', () => {
  assert.equal(say('his mother had breast cancer, he has lupus').sex?.sex, 'MALE')
  assert.equal(say('sa mère a un lupus, elle a de l’asthme', 'fr').sex?.sex, 'FEMALE')
  assert.equal(say('crohn; 27 f').sex?.sex, 'FEMALE')
  assert.equal(say('grandad 81 parkinsons falls a lot').sex?.sex, 'MALE')
})

test('"my mother" is not who speaks; a woman, who died and "I have" may be', () => {
  for (const text of [
    'my mother 81 has gout',
    'ma mère 81 ans fibrillation auriculaire Lyon',
    'mon mari a un myélome',
    'dad 77 on dialysis',
  ])
    assert.ok(isSaidOfOther(text), text)
  for (const text of [
    'I have lupus, my husband worries',
    'femme 58 ans myélome',
    'asthma, 62F',
    'my mother died of breast cancer, 45',
    'breast cancer 45',
  ])
    assert.ok(!isSaidOfOther(text), text)
})

test('one of the reader’s own towns in small letters is a place where no word or name is written so', () => {
  for (const [text, name, language = 'en'] of [
    ['my son has asthma ashford', 'Ashford'],
    ['mum 78 alzheimers swindon', 'Swindon'],
    ['asthma milton keynes', 'Milton Keynes'],
    ['PTSD veteran san antonio tx', 'San Antonio'],
    ['lupus besancon', 'Besançon', 'fr'],
    ['mon fils a de l’asthme pointe a pitre', 'Pointe-à-Pitre', 'fr'],
    ['diabete de type 1 brive', 'Brive-la-Gaillarde', 'fr'],
    ['asthma salt lake city', 'Salt Lake City'],
    ['asthma st. louis', 'St. Louis'],
    ['copd little rock', 'Little Rock'],
    ['copd new haven', 'New Haven'],
    ['asthma limerick', 'Limerick'],
    ['eczema hobart', 'Hobart'],
    ['mon oncle angers', 'Angers', 'fr'],
  ] as const)
    assert.equal(town(text, language), name, text)
  for (const text of [
    'my knee hurts when i bend',
    'my daughter charlotte',
    'asthma in my son tyler',
    'tumour in the spinal canal, walker',
    'my blood pressure is normal',
    'difficulty reading',
    'aphasia reading',
    'wound slough',
    'thanks for your help madison',
    'itching that burns',
    'my chest is barking',
  ])
    assert.equal(town(text), undefined, text)
  for (const text of [
    'mal au menton',
    'il marche avec des cannes',
    'mes lens',
    'douleur aux saintes',
    'peau grasse',
    'vomi orange',
    'abcès menton',
    'alcool cognac',
    'je fais des tours',
    'il ne veut pas die',
  ])
    assert.equal(town(text, 'fr'), undefined, text)
})

test('a town that is a word or a first name as well is one last behind what somebody has', () => {
  for (const [text, name, language = 'en'] of [
    ['asthma phoenix', 'Phoenix'],
    ['gout cork', 'Cork'],
    ['asthma reading', 'Reading'],
    ['hidradenitis madison', 'Madison'],
    ['my mother has copd bradford', 'Bradford'],
    ['psoriasis tours', 'Tours', 'fr'],
    ['mon père fait de l’asthme vienne', 'Vienne', 'fr'],
    ['acouphènes nancy', 'Nancy', 'fr'],
  ] as const)
    assert.equal(town(text, language), name, text)
})

test('a place is taken out where it is said, and not of the word that it begins', () => {
  const { place, left } = say('paupières qui tombent pau', 'fr')
  assert.equal(place?.read.place.name, 'Pau')
  assert.equal(left, 'paupières qui tombent')
})

test('a place is read before what is asked and before who speaks', () => {
  for (const [text, name, language = 'en'] of [
    ['My son has asthma Ashford any trials?', 'Ashford'],
    ['my son has asthma ashford please help', 'Ashford'],
    ['Cardiff mum with lupus', 'Cardiff'],
    ['COPD dad 71 Wakefield on trelegy', 'Wakefield'],
    ['eczema severe du nourrisson valenciennes', 'Valenciennes', 'fr'],
    ['nantes je cherche un essai pour la maladie de crohn', 'Nantes', 'fr'],
  ] as const)
    assert.equal(town(text, language), name, text)
  for (const text of [
    'Austin has asthma',
    'Charlotte my daughter has asthma',
    'Lupus my sister has it',
    'Studies of Oral and Facial Pain',
    'my son Jackson with asthma',
  ])
    assert.equal(town(text), undefined, text)
})

test('a bigger city that is misspelt is read after "in" or last, and is told to be corrected', () => {
  for (const [text, name, language = 'en'] of [
    ['we are in Mancester and my son has asthma', 'Manchester'],
    ['my mum in Birminham has breast cancer', 'Birmingham'],
    ['acouphenes marseile', 'Marseille', 'fr'],
    ['sclerose en plaques a toulous', 'Toulouse', 'fr'],
    ['narcolepsie Montpelier', 'Montpellier', 'fr'],
  ] as const) {
    assert.equal(town(text, language), name, text)
    assert.equal(say(text, language).place?.read.place.isCorrected, true, text)
  }
  for (const text of [
    'my child has a skin barrier problem with his retina',
    'working in a survey',
    'pain in the ladder',
    'a cancer of the bladder',
    'in remission since march',
    'pain in my shoulder',
  ])
    assert.equal(town(text), undefined, text)
})

test('a postcode is read at the end, and for readers of French a department', () => {
  const place = (text: string, language: 'en' | 'fr') => say(text, language).place
  assert.equal(place('asthma SW1A 1AA', 'en')?.read.place.kind, 'postcode')
  assert.equal(place('cancer du sein 69003', 'fr')?.read.place.kind, 'postcode')
  assert.equal(place('dialyse saint denis 97400', 'fr')?.words, 'saint denis 97400')
  assert.equal(place('lymphoma EORTC 22033', 'en'), undefined)
  assert.equal(place('cancer du sein 93', 'fr')?.read.place.name, 'Seine-Saint-Denis')
  for (const text of ['covid 19', 'stade 2', 'hpv 16', 'trisomie 21', 'asthme depuis 10'])
    assert.equal(place(text, 'fr'), undefined, text)
  assert.equal(place('breast cancer 93', 'en'), undefined)
})

test('an area of which no border is known is read as a town of it, and a region in small letters', () => {
  for (const [text, name, language] of [
    ['asthma west yorkshire', 'Leeds', 'en'],
    ['lupus in the bay area', 'San Francisco', 'en'],
    ['lupus near Bay Area', 'San Francisco', 'en'],
    ['autisme, 15 ans, ne parle pas, région lilloise', 'Lille', 'fr'],
    ['live in kent, gout', 'Maidstone', 'en'],
    ['shingles, im in reading berkshire', 'Reading', 'en'],
    ['my friend kent has asthma', undefined, 'en'],
    ['mélanome région parisienne', 'Paris', 'fr'],
    ['asthme alsace', 'Strasbourg', 'fr'],
    ['ma fille Lorraine a de l’asthme', undefined, 'fr'],
    ['glioblastome, bretagne', 'Bretagne', 'fr'],
    ['asthma ohio', 'Ohio', 'en'],
    ['paralysie faciale, hopital de nice ?', 'Nice', 'fr'],
    ['hôpital de jour, dépression', undefined, 'fr'],
    ['fibrosis, 77, kent', 'Maidstone', 'en'],
    ['Nice : études pour le TDAH ?', 'Nice', 'fr'],
    ['asthma, new south wales', 'New South Wales', 'en'],
    ['gout, from hull', 'Kingston upon Hull', 'en'],
    ['lung cancer stoke', 'Stoke-on-Trent', 'en'],
    ['hepatitis, never treated, philly', 'Philadelphia', 'en'],
  ] as const)
    assert.equal(town(text, language), name, text)
})

test('a town with a short name is read in small letters where it is no word', () => {
  for (const name of ['pau', 'dax', 'albi'])
    assert.equal(town(`asthme ${name}`, 'fr')?.toLowerCase(), name)
  assert.equal(town('asthme nice', 'fr'), 'Nice')
  assert.equal(town('my doctor is nice'), undefined)
  assert.equal(town('asthma slough'), 'Slough')
  assert.equal(town('asthma london e8'), 'Dalston Junction')
  assert.equal(town('low energy, b12'), undefined)
})

test('where somebody spends a holiday is no place to look around', () => {
  assert.equal(town('asthma since our holiday in Leeds'), undefined)
  assert.equal(town('my son got ill in Leeds on holiday'), undefined)
  assert.equal(town('elle tousse, en vacances à Nantes', 'fr'), undefined)
  assert.equal(town('asthma, we live in Leeds'), 'Leeds')
  assert.equal(town('asthma since our holiday, near Leeds'), 'Leeds')
})

test('a postcode is read behind a short word that ends what is said', () => {
  for (const text of [
    'maladie de kawasaki, les perfusions marchent pas 94270',
    'asthme, 58 ans 94270',
  ])
    assert.match(say(text, 'fr').place?.typed ?? '', /94270$/, text)
  assert.equal(say('asthme EORTC 22033', 'fr').place, undefined)
})

test('half a postcode of Britain is read behind its town, or apart', () => {
  for (const [text, postcode] of [
    ['vitiligo leeds LS6', 'LS6'],
    ['eczema London E17', 'E17'],
    ['psoriasis, 58, SW1A', 'SW1A'],
    ['anaemia, low B12', undefined],
    ['prostate cancer, CT3', undefined],
    ['melanoma, stage N2', undefined],
    ['hepatitis, never treated, philly', undefined],
  ] as const)
    assert.equal(say(text).place?.read.place.postcode, postcode, text)
  assert.equal(say('paludisme Marseille 13005', 'fr').left, 'paludisme')
  for (const [text, postcode] of [
    ['phobie scolaire, lyon 8', '69008'],
    ['cancer du sein, Paris 13e', '75013'],
    ['maladie de Hashimoto depuis dix ans, 35000', '35000'],
  ] as const)
    assert.equal(say(text, 'fr').place?.read.place.postcode, postcode, text)
})

test('an age may be said by its ten years, or from which on', () => {
  const within = (text: string) => {
    const { span } = say(text, 'fr').age ?? {}
    return span && [Math.round(span.least / 365.25), Math.floor(span.most / 365.25)]
  }
  for (const [text, span] of [
    ['dad in his late 60s, copd', [60, 69]],
    ['a woman in her forties with lupus', [40, 49]],
    ['a vaccine for over 60s', [60, 110]],
    ['papa a la soixantaine, parkinson', [60, 69]],
    ['une quarantaine d’années, sclérose', [40, 49]],
    ['octogénaire avec dmla', [80, 89]],
    ['grippe, les plus de 65 ans', [65, 110]],
    ['lupus, female 40s', [40, 49]],
    ['toddler with a peanut allergy', [1, 4]],
    ['people over 60 with asthma', [60, 110]],
    ['adults over 60 kg, asthma', undefined],
    ['my teenage son has asthma', [12, 17]],
    ['teen with thalassemia major', [12, 17]],
    ['mon ado a de l’asthme', [12, 17]],
    ['teen pregnancy', undefined],
    ['baby with biliary atresia', [0, 1]],
    ['my child has asthma', [0, 17]],
    ['peanut allergy child london', [0, 17]],
    ['asthme enfant', [0, 17]],
    ['eczema in a toddler', [1, 4]],
    ['j’ai un enfant asthmatique', [0, 17]],
    ['child with leukaemia', [0, 17]],
    ['i have asthma and a child', undefined],
    ['mother of a child, breast cancer', undefined],
    ['infertility, we want a child', undefined],
    ['asthma since i was a child', undefined],
    ['had asthma as a child', undefined],
    ['désir d’enfant endométriose', undefined],
    ['two kids and lupus', undefined],
    ['child pugh B cirrhosis', undefined],
    ['child abuse trauma', undefined],
    ['my adult child has schizophrenia', undefined],
    ['newborn with jaundice', undefined],
    ['on dialysis since the 90s', undefined],
    ['diabetes, hba1c over 50', undefined],
    ['en quarantaine pour la rougeole', undefined],
  ] as const)
    assert.deepEqual(within(text), span, text)
})

test('who speaks of an illness of their own beside a brother’s is not of his sex', () => {
  for (const text of [
    'my brother had leukaemia, now I’m the one with a swollen thyroid',
    'Mon frère avait la maladie de Crohn, moi c’est une rectocolite',
    'ma mère et moi avons la goutte',
  ])
    assert.equal(say(text).sex, undefined, text)
  assert.equal(say('aidez-moi, mon frère a la maladie de Crohn', 'fr').sex?.sex, 'MALE')
})

test('an age stands before what somebody keeps doing, and beside a sex in a letter', () => {
  for (const [text, age] of [
    ['my mum 78 keeps falling and has asthma', '78 year'],
    ['my nan whos 88 has asthma', '88 year'],
    ['my lad is 6 asthma', '6 year'],
    ['45/F asthma', '45 year'],
    ['enfant autiste 7 ans qui parle pas', '7 year'],
    ['my daughters diabetes shes 11 we’re in boise', '11 year'],
    ['babys reflux wont stop 4 months', '4 month'],
    ['my baby has had reflux for 4 months', undefined],
    ['endometriosis and painful periods 31', '31 year'],
    ['asthma and a score of 31', undefined],
    ['prostate cancer watch and wait 66', '66 year'],
    ['pulmonary fibrosis on oxygen denver colorado 68', '68 year'],
    ['dilated cardiomyopathy, ejection fraction 20', undefined],
    ['treatment with interleukin 22', undefined],
    ['covid 19', undefined],
    ['copd with oxygen 88', undefined],
    ['asthma and heart rate 45', undefined],
    ['my daughter has a fever, temperature 39', undefined],
    ['gestational diabetes, week 28', undefined],
    ['my surgery was in december 22', undefined],
    ['high cholesterol 60', '60 year'],
    ['asthma from cigarettes 20', undefined],
    ['enlarged prostate 66', '66 year'],
    ['pulmonary hypertension 66', '66 year'],
    ['brain tumor 66', '66 year'],
    ['dialysis since 20', undefined],
    ['my little one has cows milk allergy and reflux 5 months', '5 month'],
    ['mon fils vient d’avoir 6 ans, asthme', '6 year'],
  ] as const)
    assert.equal(years(text), age, text)
})

test('a state, a department or a canton said as such is the area, and no town of its name', () => {
  const area = (text: string, language: 'en' | 'fr') => {
    const read = readSaying(text, {
      findPlace: (typed, asWritten) =>
        readPlace(typed, { places, language, asWritten: asWritten === true, withAreas: true }),
      isOwn: (place) => isOwnSaidPlace(place, language),
      nearCity: (typed) => nearCity(typed, language),
      language,
      today: '2026-11-29',
    }).place?.read
    return read?.kind === 'wide' ? read.place.area : undefined
  }
  for (const [text, of] of [
    ['trials in wyoming for asthma', 'US/WY'],
    ['asthma in Delaware', 'US/DE'],
    ['my son has asthma, Georgia', 'US/GA'],
    ['my son has asthma nevada', 'US/NV'],
    ['my son has asthma, NJ', 'US/NJ'],
    ['asthma trials in TX', 'US/TX'],
    ['lung CA', undefined],
    ['my dad has MS', undefined],
    ['my dad has follicular lymphoma FL', undefined],
    ['my dad has lymphoma, FL', 'US/FL'],
    ['asthma new jersey NJ', 'US/NJ'],
    ['my son has asthma New Hampshire NH', 'US/NH'],
    ['asthma West Virginia WV', 'US/WV'],
    ['maine coon allergy', undefined],
    ['victoria is my name', undefined],
    ['allergic to texas longhorn beef', undefined],
    ['my daughter Virginia has asthma', undefined],
  ] as const)
    assert.equal(area(text, 'en'), of, text)
  for (const [text, of] of [
    ['asthme dans le nord', 'FR/32/59'],
    ['mon père 68 ans nord', 'FR/32/59'],
    ['asthme, hôpital nord', undefined],
    ['asthme dans le nord de l’italie', undefined],
    ['cancer dans le val de marne', 'FR/11/94'],
    ['asthme dans les cotes d’armor', 'FR/53/22'],
    ['asthme dans l’ain', 'FR/84/01'],
    ['asthme en Corrèze', 'FR/75/19'],
    ['asthme dans la vienne', 'FR/75/86'],
    ['asthme, Somme', 'FR/32/80'],
    ['asthme canton de Vaud', 'CH/VD'],
    ['asthme en floride', 'US/FL'],
    ['mon fils qui parle pas ile de france', 'FR/11'],
    ['une douleur dans la cuisse', undefined],
    ['asthme dans le lot de patients', undefined],
    ['une plaie dans la creuse de l’oreille', undefined],
    ['elle est en charente pour les vacances', undefined],
    ['asthme depuis nos vacances en Corrèze', undefined],
    ['asthme, je vis dans le lot depuis 3 ans', 'FR/76/46'],
    ['asthme dans la somme', 'FR/32/80'],
  ] as const)
    assert.equal(area(text, 'fr'), of, text)
})

test('what only a body of one sex does says the sex of who writes, where nobody else is spoken of', () => {
  for (const [text, sex] of [
    ['cannot sleep since the menopause', 'FEMALE'],
    ['pre-eclampsia in my last pregnancy, baby aspirin?', 'FEMALE'],
    ['mastite, j’allaite', 'FEMALE'],
    ['endométriose, très mal pendant les règles', 'FEMALE'],
    ['je suis suivie pour un lupus', 'FEMALE'],
    ['acouphènes, ça me rend fou', 'MALE'],
    ['lump in my testicle', 'MALE'],
    ['infirmière de 38 ans, migraine', 'FEMALE'],
    ['l’infirmière m’a dit diabète', undefined],
    ['étudiant, acné, 22 ans', 'MALE'],
    ['frottis anormal', 'FEMALE'],
    ['rougeole, 14 mois, pas encore vaccinée', 'FEMALE'],
    ['je suis sous deux traitements pour un lupus', undefined],
    ['je me sens mieux depuis la chimio', undefined],
    ['je suis au lycée, migraines', undefined],
    ['je suis cette année un traitement', undefined],
    ['je suis très anxieux', 'MALE'],
    ['je suis une ancienne fumeuse, bpco', 'FEMALE'],
    ['my father-in-law has copd', 'MALE'],
    ['ma belle-mère a un diabète', 'FEMALE'],
    ['aidante, mon mari a alzheimer', 'FEMALE'],
    ['my wife has alzheimers, is there support for carers', undefined],
    ['notre bébé, il a une bronchiolite', undefined],
    ['pas de cancer chez moi, mon père en a eu un', undefined],
    ['je suis inquiète pour mon fils asthmatique', 'MALE'],
    ['born by caesarean, my baby wheezes', undefined],
    ['ma grand-mère avait un glaucome, je voudrais un dépistage', undefined],
    ['my mother had glaucoma and I want to be screened', undefined],
  ] as const)
    assert.equal(say(text, 'fr').sex?.sex, sex, text)
})

test('the age of a child is none of its mother or of who writes and is ill', () => {
  for (const text of [
    'dépression après l’accouchement, mon bébé a 2 mois',
    'I have lupus and my son is 4',
    'mastitis, my baby is 3 weeks',
    'je souffre de migraines et mon fils a 4 ans',
    'j’ai de l’asthme et ma fille a 6 ans',
  ])
    assert.equal(say(text).age, undefined, text)
  for (const text of ['I have a son, 4, with asthma', 'j’ai un fils de 4 ans asthmatique'])
    assert.equal(say(text, 'fr').age?.box, '4 year', text)
})

test('an age is read behind what its person has', () => {
  assert.equal(years('my son with cerebral palsy is 12, tight legs'), '12 year')
  assert.equal(years('my little girl had a fit, 18 months, no epilepsy'), '18 month')
  assert.equal(years('my child has had eczema for years, 3 years, steroid creams'), undefined)
  assert.equal(years('migraine, infirmière de 38 ans, Besançon'), '38 year')
  assert.equal(years('student with acne, 19, york'), '19 year')
})

test('an age is read beside a stage, a dose, a level or a time that is told by what stands beside it', () => {
  for (const [text, age] of [
    ['bladder cancer stage 3 71', '71 year'],
    ['heart failure nyha 3 80', '80 year'],
    ['broke my wrist last month 77', '77 year'],
    ['cervical cancer stage 2b 38 hiv positive Nairobi', '38 year'],
    ['i am 43 worried about brca1', '43 year'],
    ['musician 51 tremors propranolol', '51 year'],
    ['tinnitus? 47, singer', '47 year'],
    ['eczema 15, teen boy', '15 year'],
    ['daughter six tics', '6 year'],
    ['twins 5 yrs, only the boy has it', '5 year'],
    ['our little one, nearly 4, has croup', '4 year'],
    ['lupus, 44 now, tired', '44 year'],
    ['he turns 13 next week, diabetes', '12 year'],
    ['stutter, 5 and a half, he gets teased', '5 year'],
  ] as const)
    assert.equal(years(text), age, text)
  for (const [text, age] of [
    ['psoriasis depuis 10 ans, j’en ai 48', '48 year'],
    ['pipi au lit à 9 ans, rien n’y fait', '9 year'],
    ['zona 71a', '71 year'],
  ] as const)
    assert.equal(say(text, 'fr').age?.box, age, text)
  for (const text of ['asthma stage 3', 'gleason 7', 'can walk 35 m', 'prednisone 40 mg daily'])
    assert.equal(say(text).age, undefined, text)
})

test('a sex is read from one letter beside an age, and of who writes', () => {
  for (const [text, sex, language = 'en'] of [
    ['F 33 lupus', 'FEMALE'],
    ['glaucoma female 52', 'FEMALE'],
    ['eczema male 31', 'MALE'],
    ['M47 gout', 'MALE'],
    ['fibromyalgia 44 f', 'FEMALE'],
    ['maladie de crohn, f, 26 ans', 'FEMALE', 'fr'],
    ['spondylarthrite h 35 ans', 'MALE', 'fr'],
    ['I am a 70 yr old grandfather with myeloma', 'MALE'],
    ['migraine 29 ans étudiante à Rennes', 'FEMALE', 'fr'],
    ['apnée du sommeil, 50 ans, mon mari n’en peut plus', undefined, 'fr'],
  ] as const)
    assert.equal(say(text, language).sex?.sex, sex, text)
})

test('a place is read before who is ill, with the area of its name, and as where one is from', () => {
  assert.equal(town('asthma nothing helps, Rennes, male', 'fr'), 'Rennes')
  assert.equal(town('asthme, 44 ans, Aix en Provence', 'fr'), 'Aix-en-Provence')
  assert.equal(town('mon fils a une leucémie, on est de Rennes', 'fr'), 'Rennes')
})

test('a town is the one that stands in the part behind it', () => {
  for (const [text, name, country, language = 'en'] of [
    ['asthma, from Sandwich in Kent', 'Sandwich', 'GB'],
    ['parkinsons, we are in Dunedin NZ', 'Dunedin', 'NZ'],
    ['PTSD, Townsville QLD', 'Townsville', 'AU'],
    ['asthme, Vienne (38)', 'Vienne', 'FR', 'fr'],
    ['asthme anvers', 'Antwerpen', 'BE', 'fr'],
    ['acne, Galway', 'Gaillimh', 'IE'],
    ['psoriasis, long beach ca', 'Long Beach', 'US'],
    ['asthma, nothing works, hull', 'Kingston upon Hull', 'GB'],
  ] as const) {
    const place = say(text, language).place?.read.place
    assert.equal(place?.name, name, text)
    assert.equal(place.country, country, text)
  }
})

test('a state of Australia is read by its code', () => {
  for (const text of ['asthma in NSW', 'asthma, QLD'])
    assert.equal(
      readSaying(text, {
        findPlace: (typed, asWritten) =>
          readPlace(typed, {
            places,
            language: 'en',
            asWritten: asWritten === true,
            withAreas: true,
          }),
        isOwn: (place) => isOwnSaidPlace(place, 'en'),
        nearCity: () => undefined,
        language: 'en',
        today: '2026-11-29',
      }).place?.read.kind,
      'wide',
      text,
    )
})

test('whom a sentence is about is who is ill: not whose they are, who asks for them, or who had it too', () => {
  for (const [text, sex, age, language = 'en'] of [
    ['my wife’s father has dementia', 'MALE', undefined],
    ['my son’s girlfriend has lupus', 'FEMALE', undefined],
    ['la mère de mon mari a un Parkinson', 'FEMALE', undefined, 'fr'],
    ['as a mum of a 4 year old with eczema', undefined, '4 year'],
    ['mother of three with endometriosis', 'FEMALE', undefined],
    ['maman d’une fille de 4 ans diabétique', 'FEMALE', '4 year', 'fr'],
    [
      'I’m autistic myself, 39, but looking for my little girl who is 5, autism',
      'FEMALE',
      '5 year',
    ],
    ['alzheimer, ma mère, moi j’ai 54 ans et je cherche pour elle', 'FEMALE', undefined, 'fr'],
    ['glaucome, mon père l’avait, moi 48 ans', undefined, '48 year', 'fr'],
    ['boils in my armpits, had bad acne as a teenager', undefined, undefined],
    ['my husband has postpartum depression', undefined, undefined],
    ['my ex-husband has bipolar disorder', 'MALE', undefined],
    ['my newborn has a cleft in the roof of his mouth', 'MALE', undefined],
    ['ma coloc a la tuberculose', 'FEMALE', undefined, 'fr'],
    ['left arm dead after a stroke, mom wont give up', 'FEMALE', undefined],
  ] as const) {
    const said = say(text, language)
    assert.equal(said.sex?.sex, sex, text)
    assert.equal(said.age?.age && `${said.age.age.value} ${said.age.age.unit}`, age, text)
  }
})

test('French says the sex of who writes by agreement, and not of an illness or of a child', () => {
  for (const [text, sex] of [
    ['opérée d’un cancer du côlon l’an dernier', 'FEMALE'],
    ['atteinte d’une polyarthrite', 'FEMALE'],
    ['dialysé, j’attends une greffe', 'MALE'],
    ['séropositif depuis 20 ans', 'MALE'],
    ['suivi pour schizophrénie', 'MALE'],
    ['tumeur au cerveau, opérée en mars', undefined],
    ['atteinte du foie', undefined],
    ['fracture de la jambe, suivie d’une infection', undefined],
    ['mon enfant, né en 2019, tousse', undefined],
  ] as const)
    assert.equal(say(text, 'fr').sex?.sex, sex, text)
})

test('an age may be said by its first and last year, and by what is so at that age', () => {
  for (const [text, least, most, language = 'en'] of [
    ['copd, between 60 and 70', 60, 70],
    ['copd, 60-70 year old', 60, 70],
    ['diabète 40-50 ans', 40, 50, 'fr'],
    ['going blind at 36', 36, 36],
    ['je perds la vue à 36 ans', 36, 36, 'fr'],
    ['Age: 44, lupus', 44, 44],
    ['otites, 2 ans, crèche', 2, 2, 'fr'],
    ['daughter 16 makes herself sick', 16, 16],
  ] as const) {
    const { span } = say(text, language).age ?? {}
    assert.equal(Math.floor((span?.least ?? 0) / 365.2), least, text)
    assert.equal(Math.floor((span?.most ?? 0) / 365.26), most, text)
  }
  for (const text of [
    'smoked for 30-40 years, copd',
    'diagnosed at 36',
    'psoriasis depuis mes 30 ans',
  ])
    assert.equal(say(text).age, undefined, text)
})

test('where somebody was born or has travelled is not where they live', () => {
  assert.equal(town('hepatitis, born in Vietnam, we are in SW London'), 'London')
  assert.equal(town('Moved from India to Birmingham, sickle cell'), 'Birmingham')
  assert.equal(town('originally from Nigeria, living in Leeds'), 'Leeds')
  assert.equal(town('malaria after a trip to Kenya'), undefined)
  assert.equal(town('psoriasis in West Palm Beach'), 'West Palm Beach')
  for (const text of ['asthma santa fe', 'asthma in santa fe']) assert.equal(town(text), 'Santa Fe')
})

test('an age is read amid a sentence of English where it counts and measures nothing', () => {
  for (const [text, age] of [
    ['narrow heart valve 88 too frail for surgery', '88 year'],
    ['panic attacks, nurse 33 working nights', '33 year'],
    ['crohns fistula 23 humira not enough', '23 year'],
    ['twin boys 5 both autistic', '5 year'],
    ['HIV positive, 47 gay man', '47 year'],
    ['prednisone 40 did nothing for my lupus', undefined],
    ['humira 40 did nothing for my lupus', undefined],
    ['my daughters 13 and 15 both have scoliosis', undefined],
    ['my wife, 20 weeks pregnant, has lupus', undefined],
    ['I’m 29 and my mum has breast cancer', undefined],
    ['grandad had a stroke, I’m 16 and want to help him', undefined],
  ] as const)
    assert.equal(years(text), age, text)
  assert.equal(say('ma femme enceinte de 5 mois, épilepsie', 'fr').age, undefined)
  assert.equal(say('mon fils s’étouffe en mangeant, 12ans', 'fr').age?.box, '12 year')
})

test('the sex of a sister who has it is not that of who has it not', () => {
  assert.equal(say('fits, 18 month old, my sister is the epileptic one not him').sex?.sex, 'MALE')
  assert.equal(
    say('lupus, ma sœur 47 ans, et moi 41 j’ai peur de l’avoir', 'fr').sex?.sex,
    'FEMALE',
  )
  assert.equal(say('mycose vaginale qui revient', 'fr').sex?.sex, 'FEMALE')
  assert.equal(say('leak pee since 2nd baby').sex?.sex, 'FEMALE')
  assert.equal(say('cancer du poumon non fumeuse', 'fr').sex?.sex, 'FEMALE')
  assert.equal(say('mon fils réagit à l’œuf, même cuit', 'fr').sex?.sex, 'MALE')
})

test('what somebody is says their sex beside an age, and a number of a department is no age', () => {
  const of = (text: string) => {
    const { sex, age, place } = say(text, 'fr')
    return [sex?.sex, age?.age?.value, place?.read.place.kind]
  }
  assert.deepEqual(of('phobie sociale étudiant 20 ans'), ['MALE', 20, undefined])
  assert.deepEqual(of('canal carpien nuits blanches coiffeuse'), ['FEMALE', undefined, undefined])
  assert.deepEqual(of('vertiges, dit ma coiffeuse'), [undefined, undefined, undefined])
  assert.deepEqual(of('choc septique, mon grand-père, dept 44').slice(0, 2), ['MALE', undefined])
  assert.deepEqual(of('QT long, collégienne 13 ans, son père est mort à 38 ans'), [
    'FEMALE',
    13,
    undefined,
  ])
  assert.deepEqual(of('reins, ma mère dialysée à 50 ans, et moi 34 ans'), [
    undefined,
    34,
    undefined,
  ])
  assert.deepEqual(of('sfc, fatigue, alitée'), ['FEMALE', undefined, undefined])
  const { age } = say('white glow in my baby girls eye, her big brother 6 is fine')
  assert.equal(age?.words, 'baby')
})

test('an age is read right behind an illness, and how long one has it is none', () => {
  for (const [text, age] of [
    ['copd 61 Dublin', '61 year'],
    ['epilepsy 12 keppra', '12 year'],
    ['my boy has hiv since birth 14 biktarvy works', '14 year'],
    ['down syndrome 9 years leukemia', '9 year'],
    ['psoriasis 44 years Naples', '44 year'],
    ['asthma 34a', '34 year'],
    ['eczema, 3y 2m', '38 month'],
    ['ibs 39 f mebeverine', '39 year'],
    ['back pain 12 years, physio did nothing', undefined],
    ['i have had arthritis 50 years', undefined],
    ['hiv positive 15 years want a shot', undefined],
    ['itp platelets 12 after rituximab', undefined],
    ['diabetes 2 Leeds', undefined],
    ['covid 19 smell gone', undefined],
    ['obesity 42 bmi', undefined],
    ['copd 30 inhalers', undefined],
  ] as const)
    assert.equal(years(text), age, text)
  for (const [text, age] of [
    ['allergie arachide severe 7 ans, xolair', '7 year'],
    ['épilepsie depuis la naissance 9 ans urbanyl', '9 year'],
    ['épilepsie depuis 9 ans urbanyl', undefined],
    ['grippe 44 Nantes', undefined],
  ] as const) {
    const { age: said } = say(text, 'fr')
    assert.equal(said?.age && `${said.age.value} ${said.age.unit}`, age, text)
  }
})

test('a word for a sex is no place, a loud NOT asks for nothing, and any town behind a comma is one', () => {
  assert.equal(town('lupus 30 years male, Paris TX'), 'Paris')
  assert.equal(town('asthma female, Boston MA'), 'Boston')
  assert.equal(say('my 3yo was NOT seen by a doctor').age?.words, '3yo')
  assert.equal(say('asthma NOT children').left, 'asthma NOT children')
  assert.equal(town('sclérose en plaques, Foix', 'fr'), 'Foix')
  assert.equal(town('mucoviscidose, Lourdes', 'fr'), 'Lourdes')
  assert.equal(town('my son has asthma, Eczema'), undefined)
})

test('where somebody comes from or came back from gives way to where they live, and is none by itself after a journey', () => {
  for (const [text, place, language = 'en'] of [
    ['scabies, returned from Ghana, Bristol', 'Bristol'],
    ['typhoid, just got back from Pakistan', undefined],
    ['from Poland, based in Dublin, psoriasis', 'Dublin'],
    ['diagnosed in Lagos, now in Manchester, lupus', 'Manchester'],
    ['chikungunya contractée en Martinique, j’habite à Rennes', 'Rennes', 'fr'],
    ['je viens de Pologne et je vis à Lyon, psoriasis', 'Lyon', 'fr'],
    ['copd from Leeds', 'Leeds'],
  ] as const)
    assert.equal(town(text, language), place, text)
})

test('the sex of who died, has it too, or is only the parent of who is ill, is not said', () => {
  for (const [text, sex, language = 'en'] of [
    ['depressed since the death of my wife', undefined],
    ['insomnie depuis le décès de mon père', undefined, 'fr'],
    ['keratoconus 27, sister also has it', undefined],
    ['gout, my uncle has it too, 44', undefined],
    ['fils d’une mère diabétique, autisme', 'MALE', 'fr'],
    ['mon mari est asthmatique et moi une polyarthrite, 47 ans', undefined, 'fr'],
    ['ma sœur s’est suicidée, je dors mal', undefined, 'fr'],
  ] as const)
    assert.equal(say(text, language).sex?.sex, sex, text)
})

test('French words that are said of anybody tell no sex, nor does whom one gives to; and who fears what a relative had is who writes', () => {
  for (const [text, sex] of [
    ['fumeur, emphysème, 62 ans', undefined],
    ['ancien fumeur, toux', undefined],
    ['porteur du gène de la mucoviscidose', undefined],
    ['greffé du foie, 44 ans', undefined],
    ['vacciné contre la grippe', undefined],
    ['je suis greffé du foie', 'MALE'],
    ['greffée du foie', 'FEMALE'],
    ['ancienne fumeuse, toux', 'FEMALE'],
    ['donneur de moelle pour ma sœur', undefined],
    ['donneuse de foie pour mon fils', 'FEMALE'],
    ['liver donor for my daughter', undefined],
    ['carer of my wife, dementia', undefined],
    ['scared of stroke like dad, 47', undefined],
  ] as const)
    assert.equal(say(text, 'fr').sex?.sex, sex, text)
  assert.equal(say('prevent stroke my father had it, 51').age?.words, '51')
  assert.equal(say('risque de glaucome, ma mère l’a eu, 51 ans', 'fr').age?.words, '51 ans')
})

test('a place is read before the word for now, behind an illness that ends with "disease", and where its own name ends with a small word', () => {
  for (const [text, place] of [
    ['eczema Chicago today', 'Chicago'],
    ['my dad has lupus, Chicago right now', 'Chicago'],
    ['celiac disease Chicago', 'Chicago'],
    ['gout Cape Town', 'Cape Town'],
    ['gout cape town', 'Cape Town'],
  ] as const)
    assert.equal(town(text), place, text)
  for (const text of [
    'asthme Lyon maintenant',
    "asthme Lyon, aujourd'hui",
    'mon père, gale, Lyon actuellement',
  ])
    assert.equal(town(text, 'fr'), 'Lyon', text)
  assert.equal(town('maladie Lyon', 'fr'), undefined)
})

test('a value of a test is no age, and an age in a sentence of its own or beside a letter is one', () => {
  for (const [text, age] of [
    ['prostate cancer PSA 14', undefined],
    ['anaemia, ferritin 9', undefined],
    ['cirrhosis meld 21', undefined],
    ['diabète hba1c 11', undefined],
    ['neuroblastoma 5 years', '5 year'],
    ['croup 7 months', '7 month'],
    ['back pain 5 years', undefined],
    ['27 f lupus Leeds', '27 year'],
    ['eczema, f 33', '33 year'],
    ['gout , 52 , Leeds', '52 year'],
    ['it hurts when I walk. 71. Leeds', '71 year'],
    ['kidney failure, male, fifty-two', '52 year'],
    ['eczema 33 dude', '33 year'],
    ['sciatique, 41 piges', '41 year'],
    ['j’ai commencé à 20 ans, j’en ai 57, bpco', '57 year'],
    ['ma fille a soufflé ses neuf bougies, asthme', '9 year'],
    ['ma grand-tante de 81 ans, cirrhose', '81 year'],
  ] as const)
    assert.equal(years(text), age, text)
})

test('a town that is called as an illness is the illness, where no other is named', () => {
  assert.equal(town('toddler 18 months, Kawasaki'), undefined)
  assert.equal(town('asthma, Kawasaki'), 'Kawasaki')
  assert.match(say('toddler 18 months, Kawasaki').left, /Kawasaki/)
})

test('an age is read in words behind an illness, with a half, and of a child before or behind what it has', () => {
  for (const [text, age] of [
    ['psoriasis forty-four', '44 year'],
    ['milk allergy; 2 1/2 yrs; Leeds', '2 year'],
    ['4 mois maintenant, bronchiolite', '4 month'],
    ['7 mois bronchiolite', '7 month'],
    ['7 mois enceinte, asthme', undefined],
    ['preterm with reflux, 5 months', '5 month'],
  ] as const)
    assert.equal(years(text), age, text)
})

test('where somebody would travel to, or may live as well, is the place; where another lives tells nothing of an age', () => {
  for (const [text, place, language = 'en'] of [
    ['gout, willing to travel anywhere near Leeds', 'Leeds'],
    ['asthma after a trip to Leeds', undefined],
    ['gliome, ça repousse. Lyon ou ailleurs, peu importe', 'Lyon', 'fr'],
  ] as const)
    assert.equal(town(text, language), place, text)
  assert.equal(years('asthme chez mon neveu (21 ans). Il vit à Lyon et moi à Paris'), '21 year')
  assert.equal(say('a retired headmistress of seventy-two, asthma').sex?.sex, 'FEMALE')
  assert.equal(years('a retired headmistress of seventy-two, asthma'), '72 year')
})
