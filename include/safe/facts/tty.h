/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Terminals and serial ports.
 */
#ifndef _SAFE_FACTS_TTY_H
#define _SAFE_FACTS_TTY_H

#include <linux/tty.h>
#include <linux/tty_port.h>
#include <linux/tty_driver.h>
#include <linux/tty_flip.h>
#include <linux/tty_ldisc.h>
#include <linux/serial_core.h>
#include <linux/serial_8250.h>
#include <safe/annotations.h>

struct tty_struct *tty_kref_get(struct tty_struct * __returned __raises("tty_kref_put")
		tty);
void tty_kref_put(struct tty_struct * __puts tty);
struct tty_struct *tty_port_tty_get(struct tty_port * __borrowed port) __returns_owned
		__returns_none __released_by("tty_kref_put");
int tty_register_driver(struct tty_driver * __deref __raises_if("ret == 0",
		"tty_unregister_driver") driver) __must_look;
void tty_unregister_driver(struct tty_driver * __lowers driver);
struct tty_driver *tty_find_polling_driver(char * __borrowed name, int * __borrowed line)
		__returns_owned __returns_none __released_by("tty_driver_kref_put");
void tty_driver_kref_put(struct tty_driver * __puts driver);
void tty_port_init(struct tty_port * __raises("tty_port_destroy", "tty_port_put") port);
void tty_port_destroy(struct tty_port * __lowers port);
void tty_port_put(struct tty_port * __puts port);
void tty_unregister_device(struct tty_driver * __borrowed driver, unsigned index);
int tty_port_open(struct tty_port * __borrowed port, struct tty_struct * __borrowed tty,
		struct file * __borrowed filp);
void tty_port_close(struct tty_port * __borrowed port, struct tty_struct * __borrowed tty,
		struct file * __borrowed filp);
void tty_port_hangup(struct tty_port * __borrowed port);
int tty_insert_flip_string_fixed_flag(struct tty_port * __borrowed port,
		const unsigned char * __borrowed chars, char flag, size_t size);
void tty_flip_buffer_push(struct tty_port * __borrowed port);
void tty_hangup(struct tty_struct * __borrowed tty);
struct tty_ldisc *tty_ldisc_ref(struct tty_struct * __borrowed) __returns_owned
		__returns_none __released_by("tty_ldisc_deref");
struct tty_ldisc *tty_ldisc_ref_wait(struct tty_struct * __borrowed) __returns_owned
		__returns_none __released_by("tty_ldisc_deref");
void tty_ldisc_deref(struct tty_ldisc * __takes);
int tty_register_ldisc(struct tty_ldisc_ops *new_ldisc) __must_look;
int uart_register_driver(struct uart_driver * __raises_if("ret == 0",
		"uart_unregister_driver") uart) __must_look;
void uart_unregister_driver(struct uart_driver * __lowers uart);
int uart_add_one_port(struct uart_driver * __borrowed reg,
		struct uart_port * __raises_if("ret == 0", "uart_remove_one_port") port)
		__must_look;
void uart_remove_one_port(struct uart_driver * __borrowed reg,
		struct uart_port * __lowers port);
int uart_suspend_port(struct uart_driver * __borrowed reg,
		struct uart_port * __borrowed port);
int uart_resume_port(struct uart_driver * __borrowed reg,
		struct uart_port * __borrowed port);
void uart_write_wakeup(struct uart_port * __borrowed port);
unsigned int uart_get_baud_rate(struct uart_port * __borrowed port,
		struct ktermios * __borrowed termios,
		const struct ktermios * __borrowed old, unsigned int min,
		unsigned int max);
void uart_update_timeout(struct uart_port * __borrowed port, unsigned int cflag,
		unsigned int baud);
int serial8250_register_8250_port(const struct uart_8250_port * __borrowed)
		__returns_id("serial8250_unregister_port");
void serial8250_unregister_port(int __lowers line);

#endif /* _SAFE_FACTS_TTY_H */
