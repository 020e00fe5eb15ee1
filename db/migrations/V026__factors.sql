-- What people show beside their password, or instead of it. See db/README.md.

create table totp_apps (
  member_id  bigint        not null,
  secret     varbinary(64) not null comment 'what the app knows, too; encrypted',
  last_step  bigint        not null comment 'no code of this half minute, or of one before it, is taken any more',
  created_at datetime(6)   not null,
  primary key (member_id),
  constraint totp_apps_member_fk foreign key (member_id) references members (id) on delete cascade
);

create table recovery_codes (
  member_id bigint      not null,
  code_hash binary(32)  not null comment 'SHA-256 of the code, which carries 120 random bits',
  used_at   datetime(6) null,
  primary key (member_id, code_hash),
  constraint recovery_codes_member_fk foreign key (member_id) references members (id) on delete cascade
);

create table passkeys (
  id              bigint          not null,
  member_id       bigint          not null,
  credential_id   varbinary(1023) not null comment 'what its device calls it',
  credential      varbinary(4000) not null comment 'the attested credential data of WebAuthn, 6.5.1: model, id, public key',
  sign_count      bigint          not null comment 'grows with each use, or is always 0',
  backup_eligible boolean         not null comment 'whether it can be on several devices',
  name            varchar(60)     not null comment 'what its owner calls it',
  created_at      datetime(6)     not null,
  last_used_at    datetime(6)     null,
  primary key (id),
  constraint passkeys_credential_uk unique (credential_id),
  constraint passkeys_member_fk foreign key (member_id) references members (id) on delete cascade
);

create table used_challenges (
  challenge_hash binary(32)  not null comment 'SHA-256 of a challenge that was answered',
  used_at        datetime(6) not null,
  primary key (challenge_hash),
  key used_challenges_used_ix (used_at)
);
