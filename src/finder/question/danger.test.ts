import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDanger } from './danger.ts'

test('a wish to die is seen, in English and French', () => {
  for (const text of [
    'I want to kill myself',
    'i dont want to live anymore',
    'my son wants to kill himself',
    'thinking about killing myself',
    'I feel suicidal and have depression',
    'wanna die',
    'je veux mourir',
    'J’ai envie d’en finir',
    'mon fils veut se tuer',
    'je pense au suicide',
    'j’ai plus envie de vivre',
  ])
    assert.equal(readDanger(text), 'self-harm', text)
})

test('an age, a nickname or another verb between does not hide it, nor what somebody does to themselves', () => {
  for (const text of [
    'mon fils de 15 ans veut mourir',
    'my daughter, 16, wants to die',
    'my 12yo is cutting herself',
    'elle se scarifie depuis un mois',
    'ma fille 14 ans a fait une TS hier',
    'mon ado 15 ans dépression, idées noires',
    'my nephew 17 self-harms',
    'ma fille de 14 ans a des idées suicidaires',
    'mon mari parle de suicide',
    'tentative de suicide ma fille 15 ans',
    'teen with suicidal thoughts',
  ])
    assert.equal(readDanger(text), 'self-harm', text)
  for (const text of [
    'self-harm study in adolescents',
    'dépression à 15 ans, pas d’idées noires',
    'j’ai fait une TS il y a 2 ans',
    'she hurt her knee',
    'my brother died by suicide, grief help',
    'étude prévention du suicide chez mon enfant',
    'ma fille n’a pas d’idées suicidaires',
  ])
    assert.equal(readDanger(text), undefined, text)
})

test('poison or a battery swallowed is danger to life, and what was swallowed long ago or is food is none', () => {
  for (const text of [
    'my son swallowed bleach',
    'bébé 18 mois a avalé une pile bouton',
    'he overdosed on paracetamol an hour ago',
    'il a bu du déboucheur',
  ])
    assert.equal(readDanger(text), 'emergency', text)
  for (const text of [
    'my son swallowed a battery 2 years ago and his gullet is narrow',
    'my son ate peanuts',
    'je prends des comprimés',
    'my brother overdosed in 2019',
  ])
    assert.equal(readDanger(text), undefined, text)
})

test('danger to life at this moment is seen', () => {
  for (const text of [
    'can’t breathe right now',
    'my baby is not breathing',
    'my husband is having a heart attack',
    'crise cardiaque en ce moment',
    'mon père fait un AVC maintenant',
    'je n’arrive plus à respirer',
  ])
    assert.equal(readDanger(text), 'emergency', text)
})

test('what is past, denied, wished for in peace, or a subject of research is none', () => {
  for (const text of [
    'suicide prevention study',
    'prévention du suicide',
    'study of ketamine for suicidal thoughts',
    'suicidal ideation depression',
    'heart attack 2 years ago',
    'I had a stroke and now I cannot speak',
    'I tried to kill myself last year',
    'I don’t want to die of cancer',
    'je ne veux pas mourir',
    'my dad wants to die at home',
    'infarctus il y a 3 ans',
    'stroke rehabilitation now recruiting',
    'COPD can’t breathe well at night',
    'asthma',
    '',
  ])
    assert.equal(readDanger(text), undefined, text)
})

const dangers = {
  emergency: [
    'he swallowed 24 dolipranes',
    'she has taken the whole packet of propranolol',
    'mon neveu a gobé une poignée de cachets',
    'ma soeur vient de prendre quinze xanax',
    'toddler chewed two tablets of metoprolol',
    'pressure in my chest and my jaw hurts, cold sweat',
    'poitrine serrée et mâchoire douloureuse depuis vingt minutes',
    'mum has a crooked mouth and talks nonsense',
    'sa main est engourdie et il ne trouve plus ses mots depuis midi',
    'coughing blood since last night',
    'nourrisson de 12 jours, fièvre',
    'our 5 week old has fever 38.9',
    'fitting for 8 minutes and still seizing',
    'perte de sang, enceinte de 14 semaines',
    'i cannot feel my baby, 31 weeks',
    'thunderclap headache, vomiting',
    'his tongue is swelling after a nut',
    'il s’est évanoui et ne répond plus',
    'gave my son double the dose of morphine by mistake',
    'elle a pris trois boîtes de zopiclone',
    'hémorragie du nez, ça ne s’arrête pas',
    'ses mots sont mélangés et elle ne lève plus la main',
    'my uncle has no pulse',
  ],
  'self-harm': [
    'she is going to drown herself',
    'il menace de se jeter du balcon',
    'my life has no meaning',
    'plus aucune raison de vivre',
    'he sits there by himself with a knife',
    'my niece wants to vanish',
  ],
  violence: [
    'my partner punches me',
    'mon compagnon me gifle et me menace de mort',
    'he strangled me last night',
    'my father hits my sister',
    'my brother broke my nose',
    'il va me tuer',
  ],
} as const

test('an act or a sign of danger with a mark of now is seen whatever its wording, and where somebody is hurt at home', () => {
  for (const [kind, texts] of Object.entries(dangers))
    for (const text of texts) assert.equal(readDanger(text), kind, text)
})

test('the same of years ago, of each day, of an illness one lives with, feared or denied, is none', () => {
  for (const text of [
    'took 8 courses of folfiri',
    'i took all the painkillers available, nothing works',
    'mon oncle a pris 12 kilos',
    'pris 20 mg de cortisone',
    'takes 9 tablets a day, transplant',
    'fits that last 10 minutes every week, lennox',
    'chest pain for 2 years, no cause found',
    'crises depuis 4 ans, depakine',
    'speech slurred and arm weak, mnd 61',
    'visage paralysé depuis 3 mois',
    'mum had a stroke in March 2021, cannot speak',
    'pas de fièvre, nourrisson 1 mois, reflux',
    'peur de faire une crise cardiaque',
    'pregnant, bleeding disorder',
    'ptsd after my ex hit me',
    'vomiting blood in 2017, cirrhosis',
  ])
    assert.equal(readDanger(text), undefined, text)
})

test('signs of several parts of the body together, accidents and things swallowed are danger in words that no list holds whole', () => {
  for (const text of [
    'niece chewed a slug pellet in the garden',
    'my gran is slumped in her chair, dribbling, her hand won’t grip',
    'he went grey and clammy at lunch, jaw aching',
    'knocked her head on the kerb and keeps repeating herself',
    'stung on the lip, now hoarse and covered in welts',
    'my daughter’s sugar is 1.8, trembling and confused',
    'twelve day old, very hot, whimpering',
    'ils ont mélangé de la javel et du détartrant, elle tousse et vomit',
    'mon grand-père est tombé de l’échelle, il est somnolent',
    'enceinte de 33 semaines, mal de tête et je vois des étoiles',
    'sous chimio, 39.2 et des frissons',
  ])
    assert.equal(readDanger(text), 'emergency', text)
  for (const text of [
    'bought two boxes of sleeping pills and wrote to the kids',
    'il a laissé une lettre d’adieu avec un fusil',
    'she hoarded tablets and says nobody needs me',
  ])
    assert.equal(readDanger(text), 'self-harm', text)
  for (const text of [
    'my partner won’t let me see my family',
    'mon beau-père vient dans ma chambre la nuit',
    'my dad threw my mum down the steps',
  ])
    assert.equal(readDanger(text), 'violence', text)
})

test('the same words of an illness one lives with, of an allergy tested or of an answer to a medicine tell of no danger', () => {
  for (const text of [
    'crohn not responding to adalimumab',
    'hernia repair 50',
    'wasp venom allergy, 40',
    'dribbling in cerebral palsy, child 7',
    'insulin twice a day, 60',
    'grey hair at 20',
    'fainting, pots, 19',
    'brûlure d’estomac',
    'fourmillements dans les mains, canal carpien',
    'tired of living with diabetes',
    'newborn hearing screening',
  ])
    assert.equal(readDanger(text), undefined, text)
})

test('what is told without the word for it: a plan to be gone, a birth, a breath, an allergy, blows', () => {
  for (const text of [
    'he is not planning to be around by friday',
    'life would be simpler if i wasnt here',
    'c’est décidé, ce sera mieux pour tout le monde',
    'jveux mourir',
    'ma soeur s’est ouvert les veines',
    'elle se coupe avec une lame',
  ])
    assert.equal(readDanger(text), 'self-harm', text)
  for (const text of [
    'my stepdad does things to me at night',
    'he grabbed the rifle and left',
    'belt marks on my nephew, 6 years',
    'traces de coups sur une enfant de la classe',
  ])
    assert.equal(readDanger(text), 'violence', text)
  for (const text of [
    '30 weeks pregnant, baby not moving since last night',
    'enceinte, plus aucun mouvement depuis ce matin',
    'accouché lundi, trois serviettes par heure',
    'pregnant 7 weeks, pain in my belly, passing out',
    't1d, breathing deep and fast, vomiting',
    'gave him the epipen, hives coming back',
    'puffer no change, one word at a time',
    'we foraged mushrooms and now all of us vomit',
    'can’t feel my legs and i wet myself',
    'pain going up to my jaw, drenched',
    'chainsaw slipped, it is gushing',
  ])
    assert.equal(readDanger(text), 'emergency', text)
})

test('the same words of what is lived with, feared or long past are none', () => {
  for (const text of [
    'choking phobia in children',
    'throat swelling anxiety',
    'egg allergy, epipen at school, hives',
    'i am not planning to be here for the second visit',
    'mon oncle s’est pendu il y a trois ans, deuil',
    'trigeminal neuralgia, pain goes up to my jaw',
    'mycose, champignon aux ongles',
    'deep breathing exercises, diabetes',
    'proteine g 5 g par jour',
    'he took a gun safety class, veteran with ptsd',
  ])
    assert.equal(readDanger(text), undefined, text)
})

test('who asks for a study, or tells of long ago first, is read for what happens now', () => {
  for (const text of [
    'any trial for copd? my dad’s lips are blue',
    'is there research, my daughter swallowed a magnet',
    'je cherche un essai, mon bébé ne respire plus',
    'had a seizure as a child, now he is convulsing again',
    'prévention de l’AVC, mon père a la bouche de travers',
    'fever 40 after chemo',
  ])
    assert.equal(readDanger(text), 'emergency', text)
  for (const text of [
    'depressed for years, tonight i will end it',
    'elle a voulu mourir il y a un an et maintenant elle veut se tuer',
    'trial for depression, i have the rope in my hand',
  ])
    assert.equal(readDanger(text), 'self-harm', text)
  for (const text of [
    'any trial for my son, he has asthma',
    'had a stroke in 2019, now in rehab, looking for a study',
    'suicide prevention trial',
    'une tentative à 17 ans, j’en ai 45 maintenant, je cherche une étude',
    'research on sepsis, my dad died of it',
    'is there a study now, my daughter has seizures every week',
  ])
    assert.equal(readDanger(text), undefined, text)
})
