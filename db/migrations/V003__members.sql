-- People: profiles, members, sessions, tokens; and the answers that are kept for calls that are sent twice. See db/README.md.

create table regions (
  code varchar(6)  character set ascii collate ascii_bin not null comment 'ISO 3166-2',
  name varchar(80) not null,
  open boolean     not null comment 'whether people who live there are admitted',
  primary key (code)
);

create table profiles (
  id         bigint       not null,
  nonce      binary(12)   not null,
  kind       enum('person', 'business') not null,
  handle     varchar(30)  character set ascii collate ascii_bin not null,
  name       varchar(80)  not null,
  about      varchar(280) not null default '',
  visibility enum('public', 'private') not null default 'public' comment 'whether others find it by name',
  created_at datetime(6)  not null,
  primary key (id),
  constraint profiles_handle_uk unique (handle),
  key profiles_kind_ix (kind, visibility, name)
);

create table members (
  id                 bigint       not null,
  profile_id         bigint       not null,
  email              varchar(254) character set utf8mb4 collate utf8mb4_bin not null comment 'in small letters',
  email_confirmed_at datetime(6)  null comment 'only then the address names this member',
  password_hash      varchar(200) character set ascii not null comment 'Argon2id, its parameters inside',
  region             varchar(6)   character set ascii collate ascii_bin not null,
  operator           boolean      not null default false comment 'may use the back office',
  adult_at           datetime(6)  not null comment 'said to be 18 or older',
  terms_at           datetime(6)  not null comment 'agreed to the terms',
  terms_version      varchar(20)  character set ascii not null,
  created_at         datetime(6)  not null,
  primary key (id),
  constraint members_profile_uk unique (profile_id),
  constraint members_email_uk unique (email),
  constraint members_profile_fk foreign key (profile_id) references profiles (id),
  constraint members_region_fk foreign key (region) references regions (code)
);

create table sessions (
  id_hash        binary(32)  not null comment 'SHA-256 of what the cookie holds',
  member_id      bigint      not null,
  started_at     datetime(6) not null,
  last_access_at datetime(6) not null comment 'written at most once a minute',
  primary key (id_hash),
  constraint sessions_member_fk foreign key (member_id) references members (id) on delete cascade,
  key sessions_last_access_ix (last_access_at)
);

create table access_tokens (
  id          bigint       not null,
  secret_hash binary(32)   not null comment 'SHA-256 of the token',
  member_id   bigint       not null,
  name        varchar(80)  not null comment 'what its owner calls it',
  scopes      varchar(200) character set ascii not null comment 'separated by spaces',
  created_at  datetime(6)  not null,
  revoked_at  datetime(6)  null,
  primary key (id),
  constraint access_tokens_secret_uk unique (secret_hash),
  constraint access_tokens_member_fk foreign key (member_id) references members (id) on delete cascade
);

create table idempotency_records (
  scope      binary(32)  not null comment 'SHA-256 of owner, mode, method, path and key',
  body_hash  binary(32)  not null comment 'SHA-256 of the body',
  status     smallint    not null default 0 comment 'of the answer; 0 only inside the transaction that makes it',
  answer     mediumblob  not null default '' comment 'JSON; encrypted where it holds a secret',
  sealed     boolean     not null default false comment 'whether the answer is encrypted',
  created_at datetime(6) not null,
  primary key (scope),
  key idempotency_records_created_ix (created_at)
);

create table installation (
  id         tinyint     not null default 1,
  kind       enum('live', 'demo') not null comment 'a demo''s keys and passwords are known to everybody',
  created_at datetime(6) not null,
  primary key (id),
  constraint installation_one_ck check (id = 1)
);

insert into regions (code, name, open) values
  ('US-AL', 'Alabama', true),
  ('US-AK', 'Alaska', true),
  ('US-AZ', 'Arizona', true),
  ('US-AR', 'Arkansas', true),
  ('US-CA', 'California', true),
  ('US-CO', 'Colorado', true),
  ('US-CT', 'Connecticut', true),
  ('US-DE', 'Delaware', true),
  ('US-DC', 'District of Columbia', true),
  ('US-FL', 'Florida', true),
  ('US-GA', 'Georgia', true),
  ('US-HI', 'Hawaii', true),
  ('US-ID', 'Idaho', true),
  ('US-IL', 'Illinois', true),
  ('US-IN', 'Indiana', true),
  ('US-IA', 'Iowa', true),
  ('US-KS', 'Kansas', true),
  ('US-KY', 'Kentucky', true),
  ('US-LA', 'Louisiana', true),
  ('US-ME', 'Maine', true),
  ('US-MD', 'Maryland', true),
  ('US-MA', 'Massachusetts', true),
  ('US-MI', 'Michigan', true),
  ('US-MN', 'Minnesota', true),
  ('US-MS', 'Mississippi', true),
  ('US-MO', 'Missouri', true),
  ('US-MT', 'Montana', true),
  ('US-NE', 'Nebraska', true),
  ('US-NV', 'Nevada', true),
  ('US-NH', 'New Hampshire', true),
  ('US-NJ', 'New Jersey', true),
  ('US-NM', 'New Mexico', true),
  ('US-NY', 'New York', true),
  ('US-NC', 'North Carolina', true),
  ('US-ND', 'North Dakota', true),
  ('US-OH', 'Ohio', true),
  ('US-OK', 'Oklahoma', true),
  ('US-OR', 'Oregon', true),
  ('US-PA', 'Pennsylvania', true),
  ('US-PR', 'Puerto Rico', true),
  ('US-RI', 'Rhode Island', true),
  ('US-SC', 'South Carolina', true),
  ('US-SD', 'South Dakota', true),
  ('US-TN', 'Tennessee', true),
  ('US-TX', 'Texas', true),
  ('US-UT', 'Utah', true),
  ('US-VT', 'Vermont', true),
  ('US-VA', 'Virginia', true),
  ('US-WA', 'Washington', true),
  ('US-WV', 'West Virginia', true),
  ('US-WI', 'Wisconsin', true),
  ('US-WY', 'Wyoming', true),
  ('US-AS', 'American Samoa', false),
  ('US-GU', 'Guam', false),
  ('US-MP', 'Northern Mariana Islands', false),
  ('US-VI', 'U.S. Virgin Islands', false);
