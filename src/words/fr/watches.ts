import { counter } from '../language/plural.ts'
import type { WatchWords } from '../shape/watches-shape.ts'

const count = counter('fr')

/** Mail that programs asked for by FHIR, and the pages that start and stop it, in French. */
export const watchesFr: WatchWords = {
  confirm: {
    subject: 'Confirmez des courriels sur des études',
    title: 'Est-ce bien votre adresse ?',
    text: 'Un programme a demandé à Trialway d’envoyer à cette adresse des courriels sur des études. Peut-être que vous ou votre équipe l’avez réglé ainsi. Ouvrez la page pour voir ce qui est demandé, et appuyez sur le bouton pour dire oui.',
    button: 'Voir et dire oui',
    limits:
      'Le lien marche pendant 48 heures. Si ce n’était pas vous, ne faites rien : vous ne recevrez pas de courriel.',
  },
  notice: {
    title: (studies) =>
      count(studies, {
        one: 'étude est nouvelle ou a changé',
        other: 'études sont nouvelles ou ont changé',
      }),
    new: 'Elle est nouvelle dans le registre.',
    changed: 'Sa fiche a changé.',
    status: 'État :',
    more: (studies) =>
      `${count(studies, { one: 'autre étude n’est pas nommée ici', other: 'autres études ne sont pas nommées ici' })}. La personne qui a réglé ces courriels peut toutes les lire.`,
    notNamed: 'Ces courriels sont réglés pour ne nommer aucune étude.',
    onlyTheTeam:
      'Seule l’équipe de l’étude décide qui peut participer. Parlez à votre médecin avant de changer un traitement.',
    why: 'Vous recevez ce courriel parce qu’un programme l’a demandé et que vous avez dit oui. Il y en a un par jour au plus.',
    stop: 'Arrêter ces courriels',
    source:
      'Données de ClinicalTrials.gov. En cas de différence, c’est la page du registre qui est juste.',
  },
  confirmPage: {
    title: 'Voulez-vous ces courriels ?',
    lead: (address) =>
      `Un programme nous a demandé d’écrire à ${address} quand des études sont nouvelles ou ont changé.`,
    choose: 'Ce qui est demandé',
    chooseHint: 'Cochez ce que vous voulez. Le reste est oublié.',
    everything: 'Toutes les études',
    search: (search) => `Les études que cette recherche trouve : ${search}`,
    content: {
      empty: 'Les courriels disent combien d’études il y a, sans en nommer aucune.',
      'id-only': 'Les courriels donnent le numéro de chaque étude et un lien.',
      'full-resource': 'Les courriels donnent le titre et l’état de chaque étude et un lien.',
    },
    often: 'Il y a un courriel par jour au plus. Chacun a un lien qui l’arrête.',
    button: 'Oui, envoyez-moi ces courriels',
    none: 'Cochez au moins une case, ou fermez cette page.',
    notYou: 'Si ce n’était pas vous, fermez cette page. Vous ne recevrez pas de courriel.',
  },
  donePage: {
    title: 'Vous recevez ces courriels à partir de maintenant',
    text: 'Quand des études sont nouvelles ou changent, nous vous écrivons. Chaque courriel a un lien qui l’arrête.',
  },
  nothingPage: {
    title: 'Il n’y a rien à décider',
    text: 'Vous avez déjà dit oui, ou ce qui était demandé n’est plus là.',
  },
  expiredPage: {
    title: 'Ce lien ne marche plus',
    text: 'Il a marché pendant 48 heures. Si vous voulez encore ces courriels, le programme doit redemander.',
  },
  unknownPage: {
    title: 'Ce lien ne marche pas',
    text: 'Il est peut-être coupé. Copiez tout le lien depuis le courriel.',
  },
  stopPage: {
    title: 'Arrêter ces courriels ?',
    text: 'Vous ne recevrez plus de courriel de cette sorte. Le programme qui les a demandés apprend qu’ils sont arrêtés.',
    button: 'Les arrêter',
    doneTitle: 'Ces courriels sont arrêtés',
    doneText: 'Si rien d’autre n’est ici à votre nom, votre adresse est effacée aussi.',
  },
  home: 'Vers l’accueil',
}
