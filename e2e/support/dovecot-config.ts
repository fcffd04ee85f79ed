/** What the configuration of a private Dovecot is made of; the identity is who reads and writes the mailboxes. */
export type DovecotSetting = {
  dir: string;
  identity: { user: string; group: string; uid: number; gid: number };
  imapPort: number;
  lmtpPort: number;
  submission?: { port: number; relayPort: number };
};

/**
 * The configuration file of a Dovecot 2.3 that lives wholly in `dir`, listens on loopback only, speaks without TLS and
 * knows the users of `dir/users`. The same file serves root and an ordinary user: nothing in it asks for another uid
 * than that of the identity, and no process is chrooted.
 */
export function dovecotConfig({ dir, identity, imapPort, lmtpPort, submission }: DovecotSetting): string {
  const { user, group, uid, gid } = identity;
  return `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/dovecot.log
instance_name = guichet-test
protocols = imap lmtp${submission ? ' submission' : ''}
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Lu
auth_failure_delay = 0
recipient_delimiter = +
mail_location = maildir:~/Maildir
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 200
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu ${dir}/users
}
userdb {
  driver = passwd-file
  args = username_format=%Lu ${dir}/users
  default_fields = uid=${uid} gid=${gid} home=${dir}/mail/%Lu
}
service anvil {
  chroot =
  # or else a wrong password slows down the sign-ins that follow it
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  user = ${user}
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
${submission ? submissionPart(submission) : ''}
namespace inbox {
  inbox = yes
  separator = /
}
`;
}

function submissionPart({ port, relayPort }: { port: number; relayPort: number }): string {
  return `submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
submission_relay_trusted = no
service submission-login {
  chroot =
  inet_listener submission {
    port = ${port}
  }
}`;
}

/** The user file: one line per address, with the password as it is. Throws on a colon or a line end in either. */
export function usersFile(users: Record<string, string>): string {
  return Object.entries(users)
    .map(([name, password]) => {
      if (/[:\s]/.test(name + password)) throw new Error(`no colon or blank in a name or password: ${name}`);
      return `${name.toLowerCase()}:{PLAIN}${password}::::::\n`;
    })
    .join('');
}
