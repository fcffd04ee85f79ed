export const mailboxes = {
  'mailbox.finding.imap-ready':
    'Connexion réussie. E-mails dans le dossier «\u00a0{folder}\u00a0»\u00a0: {count}. Les nouveaux e-mails sont annoncés aussitôt.',
  'mailbox.finding.imap-ready-polling':
    'Connexion réussie. E-mails dans le dossier «\u00a0{folder}\u00a0»\u00a0: {count}. Ce serveur n’annonce pas les nouveaux e-mails\u202f; il est donc interrogé chaque minute.',
  'mailbox.finding.smtp-ready': 'Connexion réussie. L’envoi d’e-mails par {host} est possible.',
  'mailbox.finding.smtp-ready-open':
    'L’envoi d’e-mails par {host} est possible\u202f; ce serveur ne demande pas d’identification.',
  'mailbox.finding.listener-ready':
    'Un serveur de messagerie peut remettre ici les e-mails adressés à {address} ({ports}).',
  'mailbox.finding.listener-off':
    'Les e-mails adressés à {address} ne peuvent pas arriver\u00a0: aucun serveur IMAP n’est indiqué, et aucune réception directe n’est active.',
  'mailbox.finding.unknown-host': 'Aucun serveur ne porte le nom {host}. Veuillez vérifier l’orthographe.',
  'mailbox.finding.refused':
    'Le serveur {host} ne répond pas sur le port {port}. Veuillez vérifier le port, et si un pare-feu bloque la connexion.',
  'mailbox.finding.timeout':
    'Le serveur {host} n’a pas répondu en {seconds} secondes sur le port {port}. Veuillez vérifier le serveur et le port.',
  'mailbox.finding.unreachable': 'Le serveur {host} ne peut pas être joint d’ici.',
  'mailbox.finding.closed': 'Le serveur {host} a fermé la connexion\u00a0: {detail}',
  'mailbox.finding.wrong-password':
    'Le serveur {host} refuse ce nom d’utilisateur et ce mot de passe. Certains fournisseurs demandent un mot de passe d’application. Sa réponse\u00a0: {detail}',
  'mailbox.finding.no-password':
    'Le mot de passe manque. Il doit être saisi de nouveau quand le serveur change.',
  'mailbox.finding.certificate':
    'Le certificat de {host} n’est pas digne de confiance\u00a0: {detail}. Veuillez vérifier le nom du serveur.',
  'mailbox.finding.tls-expected':
    'Le serveur {host} exige une connexion chiffrée. Veuillez choisir TLS ou STARTTLS.',
  'mailbox.finding.tls-unexpected':
    'Le port {port} de {host} ne commence pas par un chiffrement. Veuillez choisir STARTTLS, ou un autre port.',
  'mailbox.finding.starttls-missing':
    'Le serveur {host} ne propose pas STARTTLS sur le port {port}. Veuillez choisir TLS, en général avec un autre port.',
  'mailbox.finding.folder-missing':
    'Le dossier «\u00a0{folder}\u00a0» n’existe pas. Dossiers disponibles\u00a0: {folders}.',
  'mailbox.finding.server-not-allowed':
    'Par sécurité, aucune connexion n’est établie avec {host} sur le port {port}.',
  'mailbox.finding.throttled': 'Le serveur {host} demande de revenir plus tard\u00a0: {detail}',
  'mailbox.finding.other': 'L’essai a échoué. Réponse du serveur {host}\u00a0: {detail}',
  'settings.mailbox.cannot-send':
    'Plus aucun e-mail ne part. Premier échec\u00a0: {ago}. Les e-mails attendent et partiront d’eux-mêmes.',
  'mailbox.problem.unknown-host': 'Le serveur de messagerie est introuvable.',
  'mailbox.problem.refused': 'Le serveur de messagerie ne répond pas sur ce port.',
  'mailbox.problem.timeout': 'Le serveur de messagerie n’a pas répondu à temps.',
  'mailbox.problem.unreachable': 'Le serveur de messagerie ne peut pas être joint.',
  'mailbox.problem.closed': 'Le serveur de messagerie a fermé la connexion.',
  'mailbox.problem.wrong-password':
    'Le serveur de messagerie refuse le nom d’utilisateur et le mot de passe.',
  'mailbox.problem.no-password':
    'Le mot de passe manque. Il doit être saisi de nouveau quand le serveur change.',
  'mailbox.problem.certificate': 'Le certificat du serveur de messagerie n’est pas digne de confiance.',
  'mailbox.problem.tls-expected': 'Le serveur de messagerie exige une connexion chiffrée.',
  'mailbox.problem.tls-unexpected':
    'Le serveur de messagerie ne commence pas par un chiffrement sur ce port.',
  'mailbox.problem.starttls-missing': 'Le serveur de messagerie ne propose pas STARTTLS.',
  'mailbox.problem.folder-missing': 'Le dossier n’existe pas sur le serveur de messagerie.',
  'mailbox.problem.server-not-allowed': 'Par sécurité, aucune connexion n’est établie avec ce serveur.',
  'mailbox.problem.throttled': 'Le serveur de messagerie demande de revenir plus tard.',
  'mailbox.problem.database':
    'Les e-mails relevés n’ont pas pu être enregistrés. Ils seront relevés de nouveau.',
  'mailbox.problem.standing-still': 'Aucun e-mail n’a été relevé depuis plus de cinq minutes.',
  'mailbox.problem.other': 'Les e-mails ne peuvent pas être relevés.',
  'mail.stub.subject': '(E-mail illisible)',
  'mail.stub.text':
    'Cet e-mail n’a pas pu être lu, son texte n’est donc pas affiché ici. Il est conservé tel qu’il est arrivé et peut être téléchargé.',
  'mail.stub.reason.message-too-big': 'Raison\u00a0: l’e-mail est trop volumineux.',
  'mail.stub.reason.header-too-big': 'Raison\u00a0: ses en-têtes sont trop volumineux.',
  'mail.stub.reason.too-many-headers': 'Raison\u00a0: il a trop d’en-têtes.',
  'mail.stub.reason.too-many-addresses': 'Raison\u00a0: il a trop d’adresses.',
  'mail.stub.reason.too-deep': 'Raison\u00a0: ses parties sont trop imbriquées.',
  'mail.stub.reason.too-many-parts': 'Raison\u00a0: il a trop de parties.',
  'mail.stub.reason.too-many-attachments': 'Raison\u00a0: il a trop de pièces jointes.',
  'mail.stub.reason.too-slow': 'Raison\u00a0: sa lecture a pris trop de temps.',
  'mail.stub.reason.too-big': 'Raison\u00a0: sa lecture demandait trop de mémoire.',
  'mail.stub.reason.crashed': 'Raison\u00a0: sa lecture a échoué.',
  'mail.stub.reason.unreadable': 'Raison\u00a0: il n’a pas la forme d’un e-mail.',
  'mail.stub.reason.failed': 'Raison\u00a0: il n’a pas pu être classé après trois essais.',
};
