/** French words, the most frequent first, as mails to a bicycle shop use them. */
export const frenchWords =
  `de la le et les je vous pour mon est que une un en des pas du ai ma à dans votre ne sur avec bonjour merci nous ce
  il qui mais commande vélo depuis livraison très plus être avez avoir par bien cette au été cordialement même aux
  jours roue facture reçu colis numéro adresse produit service client réponse problème encore toujours toutes fait
  faire peut pouvez demande retour remboursement magasin atelier rendez-vous réparation frein pneu chaîne batterie
  chargeur moteur selle guidon casque taille couleur modèle prix paiement carte compte mot passe site internet page
  erreur message téléphone appel samedi lundi mardi semaine mois année matin soir hier demain aujourd'hui avant après
  pendant sans sous chez comme quand comment pourquoi où dont leur leurs notre nos vos ses son elle ils elles on si
  tout tous rien aucun aucune chaque autre autres nouveau nouvelle premier première dernier dernière grand petit bon
  mauvais possible impossible urgent cassé abîmé manquant défectueux neuf usé bloqué annulé confirmé envoyé expédié
  livré payé remboursé échangé garantie pièce pièces accessoire éclairage antivol sacoche porte-bagages enfant remorque
  abonnement contrat assurance déclaration dossier justificatif photo photos image document signature courrier courriel
  équipe conseiller vendeur technicien responsable entreprise association mairie école hôpital bureau maison immeuble
  étage rue avenue boulevard place ville région pays frontière douane transport transporteur point relais dépôt stock
  rupture délai retard attente patience excuse regret satisfaction déception qualité finition bruit vibration fuite
  tension réglage vitesse vitesses plateau pignon câble gaine levier poignée pédale manivelle fourche suspension cadre
  essai essayer acheter vendre louer location prêt essaie souhaite souhaiterais voudrais pourriez serait serais dois
  devez devrait veux voulez savoir connaître comprendre trouver chercher recevoir envoyer rappeler répondre attendre`
    .split(/\s+/)
    .filter(Boolean);

export const frenchSyllables = {
  first:
    'ba bré cha clé cou dé di é fa flo gé gra hé in jo la lu mé mo né no ou pa pré ré ro sa sé si ta té tri va vé vi'.split(
      ' ',
    ),
  middle:
    'bi ca cé da do fé ga gi la li lo ma mi né ni pa pé pi ra ri ro sé si so ta té ti to va vé vi vo'.split(
      ' ',
    ),
  last: 'ment tion age eur euse ière isme able ique été ance ard elle ette oir'.split(' '),
};
