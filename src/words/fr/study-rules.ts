import type { studyRulesEn } from '../en/study-rules.ts'
import type { Widen } from '../shape/shape.ts'

/** La page de ce qu’une étude fixe elle-même là où ses versions se taisent. */
export const studyRulesFr: Widen<typeof studyRulesEn> = {
  settings: {
    lead: 'Là où une version du protocole ne dit rien, l’étude peut le dire elle-même. Cela est montré comme venant de l’étude, jamais du protocole. Rien ne remplace ce qu’une version dit.',
    none: 'L’étude n’a rien fixé.',
    kinds: {
      'visit window': 'Fenêtre d’une visite',
      rounding: 'Arrondi d’une dose',
      cap: 'Dose la plus haute',
      'smallest dose': 'Dose la plus petite',
      weight: 'Quel poids compte',
      'own consent': 'Attendre leur consentement',
      'assent age': 'Âge de l’accord de l’enfant',
    },
    ownConsent:
      'Sans cela, leur propre consentement est montré comme attendu quand un participant a 18 ans, et les doses continuent. Avec cela, aucune dose n’est donnée avant leur signature. Elle attend aussi quand le jour de naissance n’est pas connu.',
    assentAge:
      'Sans cela, la page demande chaque fois si l’enfant a été interrogé, et dit que personne n’a fixé d’âge. Avec cela, un enfant de cet âge ou plus ne peut pas être noté comme trop jeune.',
    since: (day) => `Depuis le ${day}.`,
    ended: (day) => `Terminé le ${day}.`,
    endReason: 'Pourquoi il prend fin',
    end: 'Mettre fin à ce réglage',
    setTitle: 'Fixer quelque chose',
    kind: 'Quoi',
    choose: 'Choisir',
    nothingOpen: 'Les versions d’ici le disent elles-mêmes, ou n’ont rien de tel.',
    of: 'Pour quoi',
    fields: {
      early: 'Jours d’avance au plus',
      late: 'Jours de retard au plus',
      amount: 'Quantité',
      unit: 'Unité',
      mode: 'Comment',
      use: 'Quel poids',
      years: 'À partir de cet âge, en années entières (1 à 17)',
    },
    modes: {
      down: 'vers le bas',
      'nearest half up': 'au plus proche ; une moitié monte',
    },
    reason: 'Raison',
    reasonHint: 'Elle est montrée avec le réglage. N’écrivez aucun nom de participant.',
    set: 'Fixer',
    did: { set: 'C’est fixé.', ended: 'Le réglage a pris fin.' },
    problems: {
      reason: 'Écrivez pourquoi, en 1000 lettres au plus.',
      wrong:
        'Cela ne peut pas être lu. Écrivez des jours entiers, des années entières, ou une quantité comme 5 avec une unité comme mg.',
      stated: 'Le protocole le dit lui-même. Rien ne le remplace.',
      twice: 'C’est déjà fixé. Mettez d’abord fin à ce réglage.',
      locked: 'Les données sont gelées ou verrouillées. Rouvrez-les d’abord ; rien n’a été changé.',
      gone: 'Ce réglage a déjà pris fin.',
    },
  },
}
