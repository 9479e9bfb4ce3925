import type { Words } from '../shape/shape.ts'

/** La page où une étude garde ses textes de consentement, et depuis quand chaque centre s’en sert. */
export const consentFormsFr: Words['consentForms'] = {
  title: 'Textes de consentement',
  lead: 'Un texte est gardé mot pour mot et ne change jamais : une nouvelle formulation est un nouveau texte. Chaque centre se sert d’un texte à partir du jour où il y est autorisé.',
  none: 'Il n’y a encore aucun texte de consentement. Tant qu’aucun n’est autorisé dans un centre, aucun consentement ne peut y être noté.',
  caption: 'Chaque texte, et depuis quand chaque centre s’en sert',
  name: 'Texte',
  languages: { en: 'anglais', fr: 'français' },
  words: 'Mots',
  sites: 'Centres',
  noSite: 'encore autorisé dans aucun centre',
  since: (site, day) => `${site}, depuis le ${day}`,
  again: 'ceux déjà inclus signent de nouveau',
  mark: (hash) => `empreinte ${hash}`,
  read: (name, language) => `${name}, ${language}`,
  add: {
    title: 'Ajouter un texte',
    name: 'Nom',
    nameHint:
      'Par exemple parents-2 : lettres, chiffres, points et tirets. Les deux langues d’un même texte ont le même nom.',
    language: 'Langue',
    text: 'Le texte, mot pour mot',
    button: 'Garder le texte',
    done: 'Le texte est gardé. Aucun centre ne s’en sert encore.',
  },
  approve: {
    title: 'Un centre se sert d’un texte à partir d’un jour',
    form: 'Texte',
    site: 'Centre',
    choose: 'Choisissez',
    from: 'Autorisé à partir du (année-mois-jour)',
    fromHint: 'Le jour où le comité d’éthique l’a autorisé pour ce centre.',
    reconsent: 'Ceux déjà inclus signent-ils de nouveau ?',
    yes: 'Oui : leur consentement est attendu de nouveau à la prochaine visite',
    no: 'Non : il est pour ceux qui arrivent dès maintenant',
    button: 'Autoriser pour ce centre',
    done: 'Le centre se sert de ce texte à partir de ce jour.',
  },
  problems: {
    name: 'Écrivez un nom fait de lettres, chiffres, points et tirets, sans espace, de 60 caractères au plus.',
    text: (most) => `Écrivez le texte, de ${most} caractères au plus.`,
    known:
      'Il y a déjà un texte de ce nom dans cette langue. Un texte ne change jamais : donnez un autre nom au nouveau.',
    form: 'Choisissez un texte.',
    site: 'Choisissez un centre.',
    days: 'Écrivez un jour qui existe, comme 2026-11-26.',
    approved: 'Ce texte est déjà autorisé dans ce centre.',
    earlier:
      'Un texte plus récent est autorisé dans ce centre à partir de ce jour. Choisissez un jour plus tard.',
    reconsent: 'Dites si ceux déjà inclus signent de nouveau.',
  },
  back: 'Vers les textes de consentement',
  gone: 'Il n’y a pas ce texte dans cette langue.',
}
