export const mailboxes = {
  'mailbox.finding.imap-ready':
    'Signed in. Mails in folder “{folder}”: {count}. New mail is announced at once.',
  'mailbox.finding.imap-ready-polling':
    'Signed in. Mails in folder “{folder}”: {count}. This server does not announce new mail, so it is asked each minute.',
  'mailbox.finding.smtp-ready': 'Signed in. Mail can be sent through {host}.',
  'mailbox.finding.smtp-ready-open': 'Mail can be sent through {host}, which asks for no sign-in.',
  'mailbox.finding.listener-ready': 'A mail server can deliver mail for {address} to this desk ({ports}).',
  'mailbox.finding.listener-off':
    'Mail for {address} cannot arrive: no IMAP server is given, and the desk does not listen for deliveries.',
  'mailbox.finding.unknown-host': 'There is no server named {host}. Please check the spelling.',
  'mailbox.finding.refused':
    'The server {host} does not answer on port {port}. Please check the port, and whether a firewall is in the way.',
  'mailbox.finding.timeout':
    'The server {host} did not answer within {seconds} seconds on port {port}. Please check server and port.',
  'mailbox.finding.unreachable': 'The server {host} cannot be reached from here.',
  'mailbox.finding.closed': 'The server {host} closed the connection: {detail}',
  'mailbox.finding.wrong-password':
    'The server {host} does not accept this user name and password. Some providers ask for an app password. It said: {detail}',
  'mailbox.finding.no-password': 'The password is missing. It must be entered again when the server changes.',
  'mailbox.finding.certificate':
    'The certificate of {host} cannot be trusted: {detail}. Please check the server name.',
  'mailbox.finding.tls-expected':
    'The server {host} asks for an encrypted connection. Please choose TLS or STARTTLS.',
  'mailbox.finding.tls-unexpected':
    'Port {port} of {host} does not begin with encryption. Please choose STARTTLS, or another port.',
  'mailbox.finding.starttls-missing':
    'The server {host} does not offer STARTTLS on port {port}. Please choose TLS, usually with another port.',
  'mailbox.finding.folder-missing': 'There is no folder “{folder}”. There are: {folders}.',
  'mailbox.finding.server-not-allowed': 'For safety, the desk does not connect to {host} on port {port}.',
  'mailbox.finding.throttled': 'The server {host} asks to come back later: {detail}',
  'mailbox.finding.other': 'It did not work. The server {host} said: {detail}',
  'settings.mailbox.cannot-send':
    'No mail leaves. First failure: {ago}. The mails wait and will leave by themselves.',
  'mailbox.problem.unknown-host': 'The mail server cannot be found.',
  'mailbox.problem.refused': 'The mail server does not answer on this port.',
  'mailbox.problem.timeout': 'The mail server did not answer in time.',
  'mailbox.problem.unreachable': 'The mail server cannot be reached.',
  'mailbox.problem.closed': 'The mail server closed the connection.',
  'mailbox.problem.wrong-password': 'The mail server does not accept the user name and password.',
  'mailbox.problem.no-password': 'The password is missing. It must be entered again when the server changes.',
  'mailbox.problem.certificate': 'The certificate of the mail server cannot be trusted.',
  'mailbox.problem.tls-expected': 'The mail server asks for an encrypted connection.',
  'mailbox.problem.tls-unexpected': 'The mail server does not begin with encryption on this port.',
  'mailbox.problem.starttls-missing': 'The mail server does not offer STARTTLS.',
  'mailbox.problem.folder-missing': 'The folder does not exist on the mail server.',
  'mailbox.problem.server-not-allowed': 'For safety, the desk does not connect to this server.',
  'mailbox.problem.throttled': 'The mail server asks to come back later.',
  'mailbox.problem.database': 'Fetched mail could not be stored. It will be fetched again.',
  'mailbox.problem.standing-still': 'No mail has been fetched for more than five minutes.',
  'mailbox.problem.other': 'Mail cannot be fetched.',
  'mail.stub.subject': '(A mail that could not be read)',
  'mail.stub.text':
    'This mail could not be read, so its text is not shown here. It is kept exactly as it came and can be downloaded.',
  'mail.stub.reason.message-too-big': 'Reason: the mail is too large.',
  'mail.stub.reason.header-too-big': 'Reason: its headers are too large.',
  'mail.stub.reason.too-many-headers': 'Reason: it has too many headers.',
  'mail.stub.reason.too-many-addresses': 'Reason: it has too many addresses.',
  'mail.stub.reason.too-deep': 'Reason: its parts are nested too deeply.',
  'mail.stub.reason.too-many-parts': 'Reason: it has too many parts.',
  'mail.stub.reason.too-many-attachments': 'Reason: it has too many attachments.',
  'mail.stub.reason.too-slow': 'Reason: reading it took too long.',
  'mail.stub.reason.too-big': 'Reason: reading it needed too much memory.',
  'mail.stub.reason.crashed': 'Reason: reading it failed.',
  'mail.stub.reason.unreadable': 'Reason: it does not have the form of a mail.',
  'mail.stub.reason.failed': 'Reason: it could not be filed after three tries.',
};
