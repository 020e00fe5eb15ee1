-- How, when, with what and from where somebody signed in; devices that are remembered. See db/README.md.

create table remembered_devices (
  id               bigint      not null,
  member_id        bigint      not null,
  selector_hash    binary(32)  not null comment 'SHA-256 of the part of the cookie that stays the same',
  token_hash       binary(32)  not null comment 'SHA-256 of the part that changes at each use',
  previous_hash    binary(32)  null comment 'of the part before: good while the browser may not know the new one',
  given_session_id bigint      null comment 'the session that was given together with the present token',
  arrived          boolean     not null comment 'whether the browser has used that session',
  device           varchar(60) not null,
  address          varchar(45) character set ascii not null,
  created_at       datetime(6) not null,
  rotated_at       datetime(6) not null,
  primary key (id),
  constraint remembered_devices_selector_uk unique (selector_hash),
  constraint remembered_devices_member_fk foreign key (member_id) references members (id) on delete cascade,
  key remembered_devices_created_ix (created_at)
);

alter table sessions
  add column id bigint null comment 'by which pages name it; the cookie says more' after id_hash,
  add column method enum('password', 'passkey', 'newcomer', 'remembered') not null default 'password' after member_id,
  add column factor_at datetime(6) null comment 'when it was last shown that it is them; null where that was never' after last_access_at,
  add column device varchar(60) not null default '' comment 'in words, such as Chrome on Linux' after factor_at,
  add column address varchar(45) character set ascii not null default '' comment 'from where they signed in' after device,
  add column remembered_id bigint null comment 'the device that is remembered, where one is' after address;

update sessions set id = uuid_short() & 0x7fffffffffffffff;

alter table sessions
  modify column id bigint not null comment 'by which pages name it; the cookie says more',
  add constraint sessions_id_uk unique (id),
  add constraint sessions_remembered_fk foreign key (remembered_id) references remembered_devices (id) on delete cascade;
