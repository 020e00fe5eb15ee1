-- Mail: what is to be sent, written together with what it tells of. See db/README.md.

create table mails (
  id           bigint       not null,
  nonce        binary(12)   not null,
  member_id    bigint       not null comment 'whom it is about, or 0 where they are no member',
  recipient    varchar(254) not null comment 'the address',
  template     varchar(60)  character set ascii collate ascii_bin not null,
  sealed       mediumblob   null comment 'subject, text and HTML, encrypted; gone once nobody is to send it',
  state        enum('waiting', 'sent', 'dead') not null default 'waiting',
  attempts     int          not null default 0,
  due_at       datetime(6)  not null comment 'when it is to be tried, or until when a node has it',
  give_up_at   datetime(6)  not null,
  fault        varchar(300) not null default '' comment 'what the last attempt met',
  created_at   datetime(6)  not null,
  ended_at     datetime(6)  null,
  primary key (id),
  key mails_due_ix (state, due_at),
  key mails_recipient_ix (recipient, id),
  key mails_member_ix (member_id, id)
);
