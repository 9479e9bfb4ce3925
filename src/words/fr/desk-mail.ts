import { counter } from '../language/plural.ts'
import type { DeskMailWords } from '../shape/desk-mail-shape.ts'

const count = counter('fr')
const things = { one: 'chose attend', other: 'choses attendent' }

/** The daily mail of a desk, and the page that stops it, in French. */
export const deskMailFr: DeskMailWords = {
  subject: (all) => `${count(all, things)} sur votre bureau`,
  title: 'Ce qui attend sur votre bureau',
  lead: 'Voici où on en était ce matin.',
  place: (study, site) => `${study}, ${site}`,
  counts: {
    overdue: (many) =>
      count(many, { one: 'visite a dépassé son jour', other: 'visites ont dépassé leur jour' }),
    missed: (many) =>
      count(many, {
        one: 'visite a été manquée : son dernier jour est passé depuis hier',
        other: 'visites ont été manquées : leur dernier jour est passé depuis hier',
      }),
    consent: (many) =>
      count(many, {
        one: 'nouveau consentement est à signer',
        other: 'nouveaux consentements sont à signer',
      }),
    queries: (many) =>
      count(many, {
        one: 'question sur ce qui a été noté attend une réponse',
        other: 'questions sur ce qui a été noté attendent une réponse',
      }),
  },
  button: 'L’ouvrir sur votre bureau',
  limits:
    'De qui il s’agit est sur votre bureau, et pas dans ce message. Connectez-vous pour le lire.',
  often: 'Ce message vient une fois par jour au plus, et seulement quand quelque chose attend.',
  stop: 'Arrêter ce message du matin',
  stopPage: {
    title: 'Arrêter le message du matin ?',
    text: 'Vous ne recevez alors plus de message, le matin, sur ce qui attend sur votre bureau. Le bureau le montre comme avant, et les messages sur les délais de sécurité viennent toujours.',
    button: 'L’arrêter',
    doneTitle: 'Le message du matin est arrêté',
    doneText: 'Vous pouvez le remettre dans votre compte.',
    account: 'Votre compte',
    unknownTitle: 'Ce lien ne marche pas',
    unknownText:
      'Il est peut-être coupé. Copiez le lien entier du message le plus récent, ou arrêtez le message dans votre compte.',
  },
  setting: {
    title: 'Message du matin',
    on: 'Le matin, nous vous écrivons combien de choses attendent sur votre bureau, s’il y en a. Il n’y a ni nom ni valeur dedans.',
    off: 'Le message du matin sur ce qui attend sur votre bureau est arrêté.',
    stop: 'Arrêter le message du matin',
    start: 'Remettre le message du matin',
  },
}
