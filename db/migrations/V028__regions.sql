-- Where people are admitted from, who waits for a region to open, and what people agreed to. See db/README.md.

alter table regions
  add column reason varchar(280) not null default '' comment 'why it is as it is, in words that people read';

insert into regions (code, name, open) values
  ('US-UM', 'U.S. Minor Outlying Islands', false);

update regions
set reason = 'We are not licensed to hold cash there yet.'
where not open;

create table region_changes (
  id         bigint       not null,
  region     varchar(6)   character set ascii collate ascii_bin not null,
  open       boolean      not null comment 'what it became',
  reason     varchar(280) not null,
  actor_id   bigint       not null comment 'the operator',
  changed_at datetime(6)  not null,
  primary key (id),
  constraint region_changes_region_fk foreign key (region) references regions (code),
  key region_changes_region_ix (region, id)
);

create table region_waiters (
  region   varchar(6)   character set ascii collate ascii_bin not null,
  email    varchar(254) character set utf8mb4 collate utf8mb4_bin not null comment 'in small letters; gone once they are told',
  asked_at datetime(6)  not null,
  primary key (region, email),
  constraint region_waiters_region_fk foreign key (region) references regions (code)
);

create table declarations (
  text_hash binary(32)  not null comment 'SHA-256 of the text',
  subject   enum('terms', 'adult') not null,
  version   varchar(20) character set ascii not null,
  text      text        not null comment 'to the letter, as it was shown',
  primary key (text_hash),
  constraint declarations_version_uk unique (subject, version)
);

create table consents (
  member_id bigint      not null,
  text_hash binary(32)  not null,
  agreed_at datetime(6) not null,
  primary key (member_id, text_hash),
  constraint consents_member_fk foreign key (member_id) references members (id),
  constraint consents_text_fk foreign key (text_hash) references declarations (text_hash)
);
