import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')
const mails = { one: 'message', many: 'de messages', other: 'messages' }

/** Words for the operator, in French. */
export const adminFr: Words['admin'] = {
  title: 'État du service',
  lead: 'Des nombres seulement. Seuls les exploitants connectés voient cette page.',
  json: 'La même chose en données (JSON)',
  none: 'Encore aucun',
  never: 'Jamais',
  imports: {
    title: 'Imports',
    age: 'Dernier import',
    studies: 'Études dans le catalogue',
    caption: 'Les dix derniers imports',
    at: 'Fini (UTC)',
    new: 'Nouvelles',
    changed: 'Changées',
    rejected: 'Refusées',
    empty: 'Aucun import n’est encore noté.',
  },
  alerts: {
    title: 'Alertes',
    confirmed: 'Confirmées',
    paused: 'Dont en pause',
    asked: 'Demandées à l’instant',
    pending: 'Pas encore confirmées',
    atOnce: 'Changements en attente, tout de suite',
    daily: 'Changements en attente, par jour',
    weekly: 'Changements en attente, par semaine',
    digests: 'Résumés des dernières 24 heures',
    unmatched: 'Imports pas encore comparés',
    lastMatched: 'Dernier import comparé (UTC)',
  },
  queue: {
    title: 'Courrier',
    waiting: {
      confirmation: 'Questions en attente',
      crowd: 'Questions de ceux qui demandent souvent, en attente',
      alert: 'Résumés en attente',
      watch: 'Courriels d’abonnements de programmes en attente',
      enquiry: 'Courriels de demandes en attente',
      safety: 'Rappels de délais de sécurité en attente',
      desk: 'Courriels du jour aux centres en attente',
      introduction: 'Présentations à des équipes en attente',
    },
    heldBack: 'Questions retenues, car beaucoup demandent',
    heldUntil: 'La dernière d’entre elles peut partir à (UTC)',
    retrying: 'Essayés, à réessayer',
    oldest: 'Le plus ancien en attente date du (UTC)',
    sending: 'En cours d’envoi',
    sent: 'Envoyés ces dernières 24 heures',
    failed: 'Abandonnés ces 7 derniers jours',
    relay: 'Serveur de courrier',
    relayGood: 'Aucun ennui',
    relayDown: 'Ne répond pas ; nouvel essai à (UTC)',
    resting: 'Domaines qui ne répondent pas',
  },
  suppressions: {
    title: 'Adresses auxquelles on n’écrit plus',
    bounce: 'Elles n’existent pas',
    complaint: 'Leur propriétaire s’est plaint',
    operator: 'Bloquées par le gestionnaire',
  },
  records: {
    title: 'Registres privés',
    backup: 'Dernière sauvegarde (UTC)',
    audit: 'Lignes du journal de contrôle',
    head: 'Dernière ligne (empreinte)',
  },
  mail: {
    title: 'Messages écrits dans des fichiers',
    lead: 'Aucun serveur de courrier n’est réglé : les messages sont écrits dans des fichiers et se lisent ici, depuis cette machine seulement.',
    none: 'Aucun message n’a encore été écrit.',
    shown: (shown, all) =>
      shown === all ? count(all, mails) : `Les ${shown} plus récents de ${count(all, mails)}`,
    noSubject: '(sans objet)',
    to: 'À',
    back: 'Tous les messages',
    html: 'Comme il se présente',
    text: 'En texte simple',
    headers: 'En-têtes',
  },
}
