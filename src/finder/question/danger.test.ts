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
