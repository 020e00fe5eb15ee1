-- Addresses that are confirmed, links that are good once, passwords that were forgotten, and what members are warned of. See db/README.md.

alter table members
  modify column email varchar(254) character set utf8mb4 collate utf8mb4_bin null
    comment 'in small letters; null where somebody else typed it first, or confirmed it';

create table one_time_links (
  token_hash binary(32)   not null comment 'SHA-256 of what stands in the link',
  purpose    enum('confirm_email', 'change_email', 'undo_email', 'reset_password') not null,
  member_id  bigint       not null,
  email      varchar(254) character set utf8mb4 collate utf8mb4_bin not null comment 'where it was sent',
  made_at    datetime(6)  not null,
  expires_at datetime(6)  not null,
  primary key (token_hash),
  constraint one_time_links_member_fk foreign key (member_id) references members (id) on delete cascade,
  key one_time_links_expires_ix (expires_at)
);

create table reset_requests (
  id      bigint       not null,
  email   varchar(254) character set utf8mb4 collate utf8mb4_bin not null comment 'as typed, whether a member has it or not',
  made_at datetime(6)  not null,
  primary key (id)
);

create table security_notices (
  id        bigint       not null,
  member_id bigint       not null,
  kind      varchar(40)  character set ascii collate ascii_bin not null,
  details   varchar(500) not null comment 'what the text names, a line each',
  made_at   datetime(6)  not null,
  primary key (id),
  constraint security_notices_member_fk foreign key (member_id) references members (id) on delete cascade,
  key security_notices_member_ix (member_id, id)
);
