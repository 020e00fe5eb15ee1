-- Businesses: who runs them, the keys of their programs, where their payers may be sent back to. See db/README.md.

create table team_members (
  profile_id bigint      not null comment 'the business',
  member_id  bigint      not null,
  role       enum('owner', 'manager', 'developer', 'cashier') not null,
  joined_at  datetime(6) not null,
  primary key (profile_id, member_id),
  key team_members_member_ix (member_id, profile_id)
);

create table api_keys (
  id          bigint      not null,
  profile_id  bigint      not null,
  livemode    boolean     not null,
  secret_hash binary(32)  not null comment 'SHA-256; the key itself is shown once and kept nowhere',
  hint        varchar(8)  character set ascii not null comment 'its last characters, to tell it from others',
  made_by     bigint      not null comment 'the member, or 0 for the system',
  made_at     datetime(6) not null,
  revoked_at  datetime(6) null,
  primary key (id),
  constraint api_keys_secret_uk unique (secret_hash),
  key api_keys_profile_ix (profile_id)
);

create table origins (
  profile_id bigint       not null,
  origin     varchar(300) character set ascii not null comment 'scheme, host and port in their one normal form',
  added_at   datetime(6)  not null,
  primary key (profile_id, origin)
);

create table redirect_secrets (
  profile_id bigint         not null,
  livemode   boolean        not null,
  sealed     varbinary(255) not null comment 'encrypted with secret-key: we sign with it',
  made_at    datetime(6)    not null,
  primary key (profile_id, livemode)
);
